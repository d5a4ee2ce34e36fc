import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { unnamedId } from '../graph/entry-ids.ts';
import { listIn, objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField } from './node-form-context.ts';
import { useEntries } from './use-entries.ts';

/** What a visitor may want, each with things people say then. */
export function IntentsControl({ path }: { path: string }) {
  const { entries, ids, problem, add, remove, move } = useEntries(path);
  return (
    <EntryRows
      label="Intents"
      entries={entries}
      keyOf={(intent) => textIn(objectIn(intent).id)}
      nameOf={(intent) => textIn(objectIn(intent).label) || 'intent'}
      addLabel="Add an intent"
      onAdd={add && (() => add({ id: unnamedId(ids), label: '', examples: [] }))}
      onRemove={entries.length > 1 ? remove : undefined}
      onMove={move}
      problem={problem}
      field={path}
    >
      {(_, index) => <IntentRow path={`${path}.${index}`} />}
    </EntryRows>
  );
}

function IntentRow({ path }: { path: string }) {
  const label = useNodeField(`${path}.label`);
  const examples = useNodeField(`${path}.examples`);
  return (
    <div className="grid gap-1.5">
      <Input
        {...label.mark}
        aria-label="Intent"
        readOnly={label.isReadOnly}
        value={textIn(label.value)}
        onChange={(event) => label.change(event.target.value)}
      />
      <Textarea
        {...examples.mark}
        aria-label="Examples, one a line"
        placeholder="Examples, one a line"
        readOnly={examples.isReadOnly}
        value={listIn(examples.value).map(textIn).join('\n')}
        onChange={(event) => examples.change(event.target.value === '' ? [] : event.target.value.split('\n'))}
      />
      {label.problem && <FieldError>{label.problem}</FieldError>}
    </div>
  );
}
