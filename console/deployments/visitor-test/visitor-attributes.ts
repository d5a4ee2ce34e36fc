import type { BodyOf } from '../../../contract/endpoint.ts';
import type { decisionEndpoints } from '../../../contract/rollout-decisions.ts';
import { type AttributeValue, attributeNamespaces } from '../../../core/rollout/attributes.ts';
import type { Audience } from '../../../core/rollout/audience.ts';
import { parseNumber } from '../../../core/rollout/parse-number.ts';
import { cataloguedAttribute, type PlatformKind } from '../audience/attribute-words.ts';

/** One attribute of a visitor who is tried, as it was typed. */
export interface GivenAttribute {
  readonly attribute: string;
  readonly value: string | number | boolean;
}

type Explained = BodyOf<typeof decisionEndpoints.explainDecision>;

/** The attributes the audience asks about, to be filled in. */
export function askedAttributes({ groups }: Audience): GivenAttribute[] {
  const names = new Set(groups.flatMap(({ filters }) => filters.map(({ attribute }) => attribute)));
  return [...names].map((attribute) => ({ attribute, value: '' }));
}

/** The visitor as the API is asked about them; what was left empty is missing. */
export function visitorOf(unitKey: string, given: readonly GivenAttribute[], platform: PlatformKind): Explained {
  const visitor: Record<string, unknown> = { unitKey };
  for (const namespace of attributeNamespaces) {
    const own = given.filter(
      ({ attribute, value }) => attribute.startsWith(`${namespace}.`) && attribute !== `${namespace}.` && value !== '',
    );
    if (own.length === 0) continue;
    visitor[namespace] = Object.fromEntries(
      own.map((each) => [each.attribute.slice(namespace.length + 1), typedValue(each, platform)]),
    );
  }
  return visitor as Explained;
}

/** Lists are written with commas; numbers count as such where the attribute is one. */
function typedValue({ attribute, value }: GivenAttribute, platform: PlatformKind): AttributeValue {
  const type = cataloguedAttribute(platform, attribute)?.type;
  if (type === 'list') {
    return String(value)
      .split(',')
      .map((member) => member.trim())
      .filter((member) => member !== '');
  }
  const number = parseNumber(value);
  return type === 'number' && !Number.isNaN(number) ? number : value;
}
