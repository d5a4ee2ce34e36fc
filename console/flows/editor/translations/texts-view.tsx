import { Languages, Plus, X } from 'lucide-react';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { languageSchema } from '../../../../core/flow/graph.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import {
  addLanguage,
  countMissing,
  removeLanguage,
  setTranslation,
  type TranslationRow,
  translationOf,
  translationRows,
} from './translation-rows.ts';

const pageSize = 100;

/** Every text of the flow beside its translations; what is missing falls back to the main language. */
export function TextsView() {
  const graph = useEditorState((state) => state.graph);
  const { canEdit, editor } = useEditorContext();
  const rows = useMemo(() => translationRows(graph), [graph]);
  const [isMissingOnly, setMissingOnly] = useState(false);
  const [count, setCount] = useState(pageSize);
  const languages = Object.keys(graph.translations ?? {});
  const main = graph.language ?? 'en';
  const lacks = (row: TranslationRow) => languages.some((language) => translationOf(graph, language, row) === '');
  const shown = isMissingOnly ? rows.filter(lacks) : rows;
  return (
    <div className="h-full overflow-auto p-4 md:p-6">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 className="flex items-center gap-2 font-semibold">
          <Languages aria-hidden className="size-4" />
          Texts and translations
        </h2>
        {languages.length > 0 && (
          <label className="flex items-center gap-2 text-soft">
            <input type="checkbox" checked={isMissingOnly} onChange={(event) => setMissingOnly(event.target.checked)} />
            Only what is missing
          </label>
        )}
        {canEdit && <AddLanguage taken={[main, ...languages]} />}
      </div>
      <div className="overflow-x-auto rounded-xl border border-line bg-surface">
        <table className="w-full min-w-2xl border-collapse text-left align-top">
          <thead className="bg-sunken text-soft text-xs">
            <tr>
              <th scope="col" className="w-32 px-3 py-2 font-medium">
                Where
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                {main} <span className="font-normal text-faint">(main language)</span>
              </th>
              {languages.map((language) => {
                const missing = countMissing(graph, rows, language);
                return (
                  <th key={language} scope="col" className="px-3 py-2 font-medium">
                    <span className="flex items-center gap-1.5">
                      {language}
                      <span className={missing > 0 ? 'font-normal text-warn' : 'font-normal text-good'}>
                        {missing > 0 ? `${missing} missing` : 'complete'}
                      </span>
                      {canEdit && (
                        <button
                          type="button"
                          aria-label={`Remove the language ${language}`}
                          className="ml-auto grid size-5 place-items-center rounded hover:bg-hover"
                          onClick={() => editor.edit((each) => removeLanguage(each, language))}
                        >
                          <X aria-hidden className="size-3.5" />
                        </button>
                      )}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, count).map((row) => (
              <Row key={`${row.nodeId} ${row.field}`} row={row} languages={languages} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="p-4 text-soft">{rows.length === 0 ? 'This flow says nothing yet.' : 'Nothing is missing.'}</p>
        )}
      </div>
      {shown.length > count && (
        <Button className="mt-3" onClick={() => setCount(count + pageSize)}>
          Show more ({shown.length - count} left)
        </Button>
      )}
    </div>
  );
}

function Row({ row, languages }: { row: TranslationRow; languages: readonly string[] }) {
  const { editor, canEdit, showPanel } = useEditorContext();
  const graph = useEditorState((state) => state.graph);
  const { nodeId, nodeType, field, main } = row;
  const open = () => {
    editor.focusOn(nodeId, field);
    showPanel('node');
  };
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="px-3 py-2 font-normal">
        <button type="button" onClick={open} className="rounded text-left hover:underline">
          <span className="block text-[0.8125rem]">{nodeCatalogue[nodeType].title}</span>
          <span className="block break-all text-faint text-xs">{field}</span>
        </button>
      </th>
      <td dir="auto" className="whitespace-pre-wrap px-3 py-2 [overflow-wrap:anywhere]">
        {main}
      </td>
      {languages.map((language) => {
        const text = translationOf(graph, language, row);
        return (
          <td key={language} className="px-2 py-1.5">
            <Textarea
              rows={1}
              dir="auto"
              lang={language}
              aria-label={`${language}: ${main}`}
              placeholder="Missing"
              className={text === '' ? 'border-warn bg-warn-soft' : ''}
              readOnly={!canEdit}
              value={text}
              onChange={(event) => {
                const next = event.target.value;
                editor.edit((each) => setTranslation(each, language, row, next), {
                  step: `${language} ${nodeId} ${field}`,
                });
              }}
            />
          </td>
        );
      })}
    </tr>
  );
}

function AddLanguage({ taken }: { taken: readonly string[] }) {
  const { editor } = useEditorContext();
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const language = tag.trim();
    const parsed = languageSchema.safeParse(language);
    if (!parsed.success) setProblem('Write a language tag such as de or pt-BR.');
    else if (taken.some((each) => each.toLowerCase() === language.toLowerCase()))
      setProblem('The flow has that language already.');
    else {
      editor.edit((graph) => addLanguage(graph, language));
      setTag('');
      setProblem(undefined);
    }
  };
  return (
    <form onSubmit={add} className="ml-auto flex flex-wrap items-center gap-2">
      <span className="w-28">
        <Input
          aria-label="Language to add"
          aria-describedby={problem ? id : undefined}
          aria-invalid={problem ? true : undefined}
          placeholder="de, pt-BR…"
          value={tag}
          onChange={(event) => setTag(event.target.value)}
        />
      </span>
      <Button type="submit">
        <Plus aria-hidden />
        Add a language
      </Button>
      {problem && <FieldError id={id}>{problem}</FieldError>}
    </form>
  );
}
