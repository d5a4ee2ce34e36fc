import type { Audience, Filter, FilterGroup } from '../../../core/rollout/audience.ts';
import { operatorInWords } from '../../filters/operators.ts';
import { attributeInWords, cataloguedAttribute } from './attribute-words.ts';

/** Who may be served, in a sentence: groups by "or", rules of a group by "and". */
export function audienceInWords({ groups }: Audience): string {
  return groups.length === 0 ? 'Everyone' : groups.map(groupInWords).join(', or ');
}

/** A name that nobody gave says nothing and is left out. */
function groupInWords({ name, filters }: FilterGroup): string {
  const rules = filters.map(filterInWords).join(' and ');
  return /^Group \d+$/.test(name) ? rules : `${name}: ${rules}`;
}

export function filterInWords({ attribute, operator, value }: Filter): string {
  const type = cataloguedAttribute('web', attribute)?.type;
  const words = `${attributeInWords(attribute)} ${operatorInWords(operator, type)}`;
  return value === undefined ? words : `${words} ${String(value)}`;
}
