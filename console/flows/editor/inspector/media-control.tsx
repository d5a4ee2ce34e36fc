import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField } from './node-form-context.ts';
import { TemplateInput } from './template-input.tsx';
import { useEntries } from './use-entries.ts';

const kinds = [
  { value: '', label: 'None' },
  { value: 'image', label: 'Picture' },
  { value: 'video', label: 'Video' },
  { value: 'cards', label: 'Cards' },
];

/** What goes with a message besides its text. */
export function MediaControl({ path, label }: { path: string; label: string }) {
  const media = useNodeField(path);
  const kind = textIn(objectIn(media.value).kind);
  const choose = (next: string) => {
    if (next === '') media.change(undefined);
    else media.change(next === 'cards' ? { kind: next, cards: [{ title: '' }] } : { kind: next, url: 'https://' });
  };
  return (
    <div className="grid gap-3">
      <Field label={label} error={media.problem}>
        <Select
          {...media.mark}
          options={kinds}
          value={kind}
          disabled={media.isReadOnly}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {(kind === 'image' || kind === 'video') && (
        <>
          <Part path={`${path}.url`} label="Address" />
          <Part path={`${path}.alt`} label="What it shows, for those who cannot see it" isOptional />
        </>
      )}
      {kind === 'cards' && <Cards path={`${path}.cards`} />}
    </div>
  );
}

function Cards({ path }: { path: string }) {
  const { entries, problem, add, remove, move } = useEntries(path);
  return (
    <EntryRows
      label="Cards"
      entries={entries}
      keyOf={(_, index) => String(index)}
      nameOf={(_, index) => `card ${index + 1}`}
      addLabel="Add a card"
      onAdd={add && (() => add({ title: '' }))}
      onRemove={remove}
      onMove={move}
      problem={problem}
      field={path}
    >
      {(_, index) => (
        <div className="grid gap-2 rounded-xl border border-line p-2">
          <Part path={`${path}.${index}.title`} label="Title" />
          <Part path={`${path}.${index}.text`} label="Text" isOptional />
          <Part path={`${path}.${index}.imageUrl`} label="Picture" isOptional />
          <Part path={`${path}.${index}.url`} label="Link" isOptional />
        </div>
      )}
    </EntryRows>
  );
}

function Part({ path, label, isOptional = false }: { path: string; label: string; isOptional?: boolean }) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(path);
  const onValue = (text: string) => change(text === '' && isOptional ? undefined : text);
  return (
    <Field label={label} error={problem} isOptional={isOptional}>
      {path.endsWith('alt') ? (
        <Input
          {...mark}
          value={textIn(value)}
          readOnly={isReadOnly}
          onChange={(event) => onValue(event.target.value)}
        />
      ) : (
        <TemplateInput {...mark} value={textIn(value)} isReadOnly={isReadOnly} onValue={onValue} />
      )}
    </Field>
  );
}
