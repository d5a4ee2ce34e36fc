import { unnamedId } from '../graph/entry-ids.ts';
import { objectIn, textIn } from '../graph/read-data.ts';
import { EntryLines, EntryProblem, EntryText } from './entry-inputs.tsx';
import { EntryRows } from './entry-rows.tsx';
import { useEntries } from './use-entries.ts';

/** When a twin gives the talk back, each by an exit of its own. */
export function TwinConditionsControl({ path }: { path: string }) {
  const { entries, ids, problem, add, remove, move } = useEntries(path);
  return (
    <EntryRows
      label="Give the talk back"
      hint="Words are looked for in what the visitor writes; a description is judged by a model."
      entries={entries}
      keyOf={(_, index) => String(index)}
      nameOf={(condition) => textIn(objectIn(condition).id) || 'exit'}
      addLabel="Add an exit"
      onAdd={add && (() => add({ id: unnamedId(ids), phrases: [] }))}
      onRemove={remove}
      onMove={move}
      problem={problem}
      field={path}
    >
      {(_, index) => <Condition path={`${path}.${index}`} />}
    </EntryRows>
  );
}

function Condition({ path }: { path: string }) {
  return (
    <div className="grid gap-1.5">
      <EntryText path={`${path}.id`} label="Name of the exit" />
      <EntryLines path={`${path}.phrases`} label="Words of the visitor, one a line" isOptional />
      <EntryText
        path={`${path}.description`}
        label="Described for a model"
        placeholder="Described for a model: the visitor wants to buy"
        isOptional
      />
      <EntryProblem path={path} fields={['id', 'phrases', 'description']} />
    </div>
  );
}

/** What a twin finds out for the flow on the way. */
export function TwinVariablesControl({ path }: { path: string }) {
  const { entries, problem, add, remove } = useEntries(path);
  return (
    <EntryRows
      label="Find out on the way"
      hint="A model keeps these in variables when it learns them."
      entries={entries}
      keyOf={(_, index) => String(index)}
      nameOf={(variable) => textIn(objectIn(variable).name) || 'variable'}
      addLabel="Add a variable"
      onAdd={add && (() => add({ name: '', description: '' }))}
      onRemove={remove}
      problem={problem}
      field={path}
    >
      {(_, index) => <FoundVariable path={`${path}.${index}`} />}
    </EntryRows>
  );
}

function FoundVariable({ path }: { path: string }) {
  return (
    <div className="grid gap-1.5">
      <EntryText
        path={`${path}.name`}
        label="Variable"
        placeholder="company_size"
        className="font-mono"
        spellCheck={false}
      />
      <EntryText path={`${path}.description`} label="What it is" placeholder="How many people work there" />
      <EntryProblem path={path} fields={['name', 'description']} />
    </div>
  );
}
