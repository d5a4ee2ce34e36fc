import type { Audience, Filter, Operator } from '../../core/rollout/audience.ts';

const operatorWords: Readonly<Record<Operator, string>> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  greater_than: 'is more than',
  less_than: 'is less than',
  is_empty: 'is empty',
  is_not_empty: 'is set',
};

/** Who may be served, in a sentence: groups by "or", rules of a group by "and". */
export function audienceInWords({ groups }: Audience): string {
  if (groups.length === 0) return 'Everyone';
  return groups.map(({ filters }) => filters.map(filterInWords).join(' and ')).join(', or ');
}

function filterInWords({ attribute, operator, value }: Filter): string {
  const words = `${attribute} ${operatorWords[operator]}`;
  return value === undefined ? words : `${words} ${String(value)}`;
}
