import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { unnamedId } from '../graph/entry-ids.ts';
import { listIn, objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField } from './node-form-context.ts';
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
  const id = useNodeField(`${path}.id`);
  const phrases = useNodeField(`${path}.phrases`);
  const description = useNodeField(`${path}.description`);
  const whole = useNodeField(path);
  const problem = whole.problem ?? id.problem ?? phrases.problem ?? description.problem;
  return (
    <div className="grid gap-1.5">
      <Input
        {...id.mark}
        aria-label="Name of the exit"
        placeholder="Name of the exit"
        readOnly={id.isReadOnly}
        value={textIn(id.value)}
        onChange={(event) => id.change(event.target.value)}
      />
      <Textarea
        {...phrases.mark}
        aria-label="Words of the visitor, one a line"
        placeholder="Words of the visitor, one a line"
        readOnly={phrases.isReadOnly}
        value={listIn(phrases.value).map(textIn).join('\n')}
        onChange={(event) => phrases.change(event.target.value === '' ? undefined : event.target.value.split('\n'))}
      />
      <Input
        {...description.mark}
        aria-label="Described for a model"
        placeholder="Described for a model: the visitor wants to buy"
        readOnly={description.isReadOnly}
        value={textIn(description.value)}
        onChange={(event) => description.change(event.target.value || undefined)}
      />
      {problem && <FieldError>{problem}</FieldError>}
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
  const name = useNodeField(`${path}.name`);
  const description = useNodeField(`${path}.description`);
  const problem = name.problem ?? description.problem;
  return (
    <div className="grid gap-1.5">
      <Input
        {...name.mark}
        aria-label="Variable"
        placeholder="company_size"
        className="font-mono"
        spellCheck={false}
        readOnly={name.isReadOnly}
        value={textIn(name.value)}
        onChange={(event) => name.change(event.target.value)}
      />
      <Input
        {...description.mark}
        aria-label="What it is"
        placeholder="How many people work there"
        readOnly={description.isReadOnly}
        value={textIn(description.value)}
        onChange={(event) => description.change(event.target.value)}
      />
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}
