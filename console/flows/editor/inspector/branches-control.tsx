import { Plus } from 'lucide-react';
import type { JsonValue } from '../../../../core/json.ts';
import { isUnary, operators } from '../../../../core/rollout/audience.ts';
import { cataloguedAttribute } from '../../../deployments/audience/attribute-words.ts';
import { operatorInWords, operatorsFor } from '../../../filters/operators.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useEditorContext } from '../editor-context.ts';
import { valueAt, withValueAt } from '../graph/change-path.ts';
import { objectIn, textIn } from '../graph/read-data.ts';
import { AttributeInput } from './attribute-input.tsx';
import { EntryProblem, EntryText } from './entry-inputs.tsx';
import { EntryRows } from './entry-rows.tsx';
import { useChangeData, useNodeField } from './node-form-context.ts';
import { useEntries } from './use-entries.ts';

const newFilter = { attribute: 'contact.plan', operator: 'equals', value: '' };

/** The branches of a condition: the first that matches is taken. */
export function BranchesControl({ path }: { path: string }) {
  const { entries, ids, problem, add, remove, move } = useEntries(path);
  return (
    <EntryRows
      label="Branches"
      hint="The first that matches is taken; “Otherwise” where none does."
      entries={entries}
      keyOf={(branch) => textIn(objectIn(branch).id)}
      nameOf={(_, index) => `branch ${index + 1}`}
      addLabel="Add a branch"
      onAdd={add && (() => add({ id: nextBranch(ids), groups: [{ filters: [newFilter] }] }))}
      onRemove={entries.length > 1 ? remove : undefined}
      onMove={move}
      problem={problem}
      field={path}
    >
      {(_, index) => <Branch path={`${path}.${index}`} index={index} />}
    </EntryRows>
  );
}

function Branch({ path, index }: { path: string; index: number }) {
  const { entries: groups, add } = useEntries(`${path}.groups`);
  return (
    <div className="grid gap-2 rounded-xl border border-line p-2">
      <EntryText
        path={`${path}.groups.0.name`}
        label={`Name of branch ${index + 1}`}
        placeholder={`Branch ${index + 1}`}
        isOptional
      />
      <EntryProblem path={path} fields={['id', 'groups.0.name']} />
      {groups.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have nothing but their place to be known by
        <div key={at} className="grid gap-2">
          {at > 0 && <p className="text-center text-faint text-xs">or</p>}
          <Filters path={`${path}.groups.${at}`} isOnlyGroup={groups.length === 1} />
        </div>
      ))}
      {add && (
        <Button size="small" look="quiet" className="justify-self-start" onClick={() => add({ filters: [newFilter] })}>
          <Plus aria-hidden />
          Or else…
        </Button>
      )}
    </div>
  );
}

/** Rules that must all match. The last one goes with its group. */
function Filters({ path, isOnlyGroup }: { path: string; isOnlyGroup: boolean }) {
  const { entries, problem, add, remove } = useEntries(`${path}.filters`);
  const changeData = useChangeData();
  const removeGroup = () => changeData((data) => withValueAt(data, path, undefined));
  const isLast = entries.length === 1;
  const removeLast = remove && !isOnlyGroup ? removeGroup : undefined;
  return (
    <EntryRows
      label="When all of these match"
      entries={entries}
      keyOf={(_, index) => String(index)}
      nameOf={(_, index) => `rule ${index + 1}`}
      addLabel="And…"
      onAdd={add && (() => add(newFilter))}
      onRemove={isLast ? removeLast : remove}
      problem={problem}
      field={`${path}.filters`}
    >
      {(_, index) => <Rule path={`${path}.filters.${index}`} />}
    </EntryRows>
  );
}

function Rule({ path }: { path: string }) {
  const { canEdit } = useEditorContext();
  const attribute = useNodeField(`${path}.attribute`);
  const operator = useNodeField(`${path}.operator`);
  const value = useNodeField(`${path}.value`);
  const changeData = useChangeData();
  const name = textIn(attribute.value);
  const type = cataloguedAttribute('web', name)?.type;
  const current = operators.find((each) => each === textIn(operator.value)) ?? 'equals';
  const choose = (next: string) =>
    changeData((data) => {
      const chosen = operators.find((each) => each === next) ?? 'equals';
      const rule = { ...objectIn(valueAt(data, path)), operator: chosen };
      const { value: _, ...unary } = rule as Record<string, JsonValue>;
      return withValueAt(data, path, isUnary(chosen) ? unary : { value: '', ...rule });
    });
  const problem = attribute.problem ?? operator.problem ?? value.problem;
  return (
    <div className="grid gap-1.5">
      <AttributeInput
        {...attribute.mark}
        value={name}
        onValue={attribute.change}
        isReadOnly={!canEdit}
        isInvalid={attribute.problem !== undefined}
      />
      <div className="flex gap-1.5">
        <Select
          {...operator.mark}
          aria-label="Comparison"
          className="min-w-0 flex-1"
          disabled={!canEdit}
          value={current}
          onChange={(event) => choose(event.target.value)}
          options={operatorsFor(type, current).map((each) => ({ value: each, label: operatorInWords(each, type) }))}
        />
        {!isUnary(current) && (
          <Input
            {...value.mark}
            aria-label="Value"
            className="min-w-0 flex-1"
            type={type === 'date' ? 'date' : 'text'}
            inputMode={type === 'number' ? 'decimal' : undefined}
            aria-invalid={value.problem ? true : undefined}
            readOnly={!canEdit}
            value={shownValue(value.value)}
            onChange={(event) => value.change(readValue(event.target.value, type === 'number'))}
          />
        )}
      </div>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}

function shownValue(value: JsonValue | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}

/** A number where the attribute is one and what is typed reads back the same. */
function readValue(text: string, isNumber: boolean): JsonValue {
  return isNumber && text !== '' && String(Number(text)) === text ? Number(text) : text;
}

function nextBranch(ids: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) if (!ids.has(`branch-${count}`)) return `branch-${count}`;
}
