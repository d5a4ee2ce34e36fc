import { X } from 'lucide-react';
import { type Filter, isUnary, type Operator } from '../../../core/rollout/audience.ts';
import { operatorInWords, operatorsFor } from '../../filters/operators.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { AttributeSelect } from './attribute-select.tsx';
import { cataloguedAttribute, isClaimed, type PlatformKind } from './attribute-words.ts';
import { ValueInput } from './value-input.tsx';

export interface FilterRowProps {
  platform: PlatformKind;
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
  /** Such as "Rule 2", for screen readers. */
  label: string;
  problem?: string | undefined;
}

/** One rule: an attribute, an operator that fits its type, and a value. */
export function FilterRow({ platform, filter, onChange, onRemove, label, problem }: FilterRowProps) {
  const { attribute, operator, value } = filter;
  const entry = cataloguedAttribute(platform, attribute);
  const operators = operatorsFor(entry?.type, operator);
  const isInvalid = problem !== undefined;
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1.1fr)_9.5rem_minmax(0,1fr)_auto]">
        <AttributeSelect
          platform={platform}
          value={attribute}
          label={label}
          isInvalid={isInvalid}
          onChange={(next) => onChange(withAttribute(platform, filter, next))}
        />
        <Select
          aria-label={`${label}: operator`}
          className="max-sm:order-1 max-sm:col-span-2"
          value={operator}
          options={operators.map((each) => ({ value: each, label: operatorInWords(each, entry?.type) }))}
          onChange={(event) =>
            onChange(
              withOperator(
                filter,
                operators.find((each) => each === event.target.value),
              ),
            )
          }
        />
        <span className="max-sm:order-1 max-sm:col-span-2 empty:max-sm:hidden">
          {!isUnary(operator) && (
            <ValueInput
              type={entry?.type}
              value={value}
              label={`${label}: value`}
              example={entry?.example}
              isInvalid={isInvalid}
              onChange={(next) => onChange({ ...filter, value: next })}
            />
          )}
        </span>
        <Button look="quiet" size="icon" aria-label={`Remove ${label}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs empty:hidden">
        {isClaimed(attribute) && <ClaimedMark />}
        {entry?.description}
        {platform === 'web' && attribute.startsWith('company.') && (
          <span>Known from the identity token, and for sessions that your server starts.</span>
        )}
      </p>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}

function ClaimedMark() {
  return (
    <Tooltip content="A visitor can change what the browser says. Use it to choose whom to address, not to protect anything.">
      <button type="button" className="rounded-full">
        <Badge tone="warn">claimed by the browser</Badge>
      </button>
    </Tooltip>
  );
}

/** The same rule on another attribute; operator and value stay where they still make sense. */
function withAttribute(platform: PlatformKind, filter: Filter, attribute: string): Filter {
  const before = cataloguedAttribute(platform, filter.attribute)?.type;
  const type = cataloguedAttribute(platform, attribute)?.type;
  const [first = 'equals'] = operatorsFor(type, 'is_empty');
  const operator = operatorsFor(type, 'is_empty').includes(filter.operator) ? filter.operator : first;
  if (isUnary(operator)) return { attribute, operator };
  const kept = before === type && filter.value !== undefined ? filter.value : '';
  return { attribute, operator, value: type === 'boolean' ? kept === true || kept === 'true' : kept };
}

function withOperator({ attribute, value }: Filter, operator: Operator = 'equals'): Filter {
  return isUnary(operator) ? { attribute, operator } : { attribute, operator, value: value ?? '' };
}
