import { unnamedId } from '../graph/entry-ids.ts';
import { objectIn, textIn } from '../graph/read-data.ts';
import { EntryLines, EntryProblem, EntryText } from './entry-inputs.tsx';
import { EntryRows } from './entry-rows.tsx';
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
  return (
    <div className="grid gap-1.5">
      <EntryText path={`${path}.label`} label="Intent" />
      <EntryLines path={`${path}.examples`} label="Examples, one a line" />
      <EntryProblem path={path} fields={['label', 'examples']} />
    </div>
  );
}
