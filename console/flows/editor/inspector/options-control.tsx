import { FieldError } from '../../../ui/field.tsx';
import { useEditorContext } from '../editor-context.ts';
import { withValueAt } from '../graph/change-path.ts';
import { renameExit } from '../graph/edit-graph.ts';
import { idFromLabel, isUnnamed, unnamedId } from '../graph/entry-ids.ts';
import { objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField, useNodeForm } from './node-form-context.ts';
import { TemplateInput } from './template-input.tsx';
import { useEntries } from './use-entries.ts';

/** The options of a question. An option is named by its label once, and keeps that id: conditions and reports use it. */
export function OptionsControl({ path, label }: { path: string; label: string }) {
  const { entries, ids, problem, add, remove, move } = useEntries(path);
  return (
    <EntryRows
      label={label}
      hint="Each may lead its own way. Visitors see them as buttons."
      entries={entries}
      keyOf={(_, index) => String(index)}
      nameOf={(option, index) => textIn(objectIn(option).label) || `option ${index + 1}`}
      addLabel="Add an option"
      onAdd={add && (() => add({ id: unnamedId(ids), label: '' }))}
      onRemove={remove}
      onMove={move}
      problem={problem}
      field={path}
    >
      {(_, index) => <OptionRow path={`${path}.${index}`} index={index} ids={ids} />}
    </EntryRows>
  );
}

function OptionRow({ path, index, ids }: { path: string; index: number; ids: ReadonlySet<string> }) {
  const { editor } = useEditorContext();
  const { node } = useNodeForm();
  const id = textIn(useNodeField(`${path}.id`).value);
  const idProblem = useNodeField(`${path}.id`).problem;
  const { value, change, problem, mark, isReadOnly } = useNodeField(`${path}.label`);
  const label = textIn(value);
  const nameIt = () => {
    if (!isUnnamed(id) || label.trim() === '') return;
    const to = idFromLabel(label, ids);
    editor.edit((graph) => {
      const data = graph.nodes.find((each) => each.id === node.id)?.data;
      return data ? renameExit(graph, node.id, { from: id, to, data: withValueAt(data, `${path}.id`, to) }) : graph;
    });
  };
  return (
    <>
      <TemplateInput
        {...mark}
        aria-label={`Option ${index + 1}`}
        aria-invalid={problem ? true : undefined}
        placeholder="What visitors read"
        value={label}
        isReadOnly={isReadOnly}
        onValue={change}
        onBlur={nameIt}
      />
      {!isUnnamed(id) && <p className="mt-0.5 truncate font-mono text-2xs text-faint">{id}</p>}
      {(problem ?? idProblem) && <FieldError>{problem ?? idProblem}</FieldError>}
    </>
  );
}
