import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { numberIn, objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField } from './node-form-context.ts';
import { useEntries } from './use-entries.ts';

/** The ways of a random split, each with its weight. A visitor stays on the way once drawn. */
export function WeightsControl({ path }: { path: string }) {
  const { entries, ids, problem, add, remove } = useEntries(path);
  return (
    <EntryRows
      label="Branches"
      hint="Shares are the weights in proportion to each other."
      entries={entries}
      keyOf={(branch) => textIn(objectIn(branch).id)}
      nameOf={(branch) => `branch ${textIn(objectIn(branch).id)}`}
      addLabel="Add a branch"
      onAdd={add && (() => add({ id: nextLetter(ids), weight: 50 }))}
      onRemove={entries.length > 1 ? remove : undefined}
      problem={problem}
      field={path}
    >
      {(branch, index) => <WeightRow path={`${path}.${index}.weight`} id={textIn(objectIn(branch).id)} />}
    </EntryRows>
  );
}

function WeightRow({ path, id }: { path: string; id: string }) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(path);
  return (
    <>
      <div className="flex items-center gap-2">
        <span className="w-16 truncate font-mono text-soft text-xs">{id}</span>
        <Input
          {...mark}
          type="number"
          min={0}
          aria-label={`Weight of branch ${id}`}
          aria-invalid={problem ? true : undefined}
          value={numberIn(value) ?? ''}
          readOnly={isReadOnly}
          onChange={(event) => change(Number.isNaN(event.target.valueAsNumber) ? 0 : event.target.valueAsNumber)}
        />
      </div>
      {problem && <FieldError>{problem}</FieldError>}
    </>
  );
}

function nextLetter(ids: ReadonlySet<string>): string {
  for (let count = 0; ; count += 1) {
    const id = count < 26 ? String.fromCharCode(97 + count) : `branch-${count}`;
    if (!ids.has(id)) return id;
  }
}
