import type * as z from 'zod/mini';

/** Says why a schema refused a value, where the schema has no words of its own; undefined leaves it to the library. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return ofKind(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'unrecognized_keys':
      return `has what is not known here: ${issue.keys.join(', ')}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin in unitNames
        ? 'must not be empty'
        : bound(issue.inclusive ? 'at least' : 'more than', issue.minimum, issue.origin);
    case 'too_big':
      return bound(issue.inclusive ? 'at most' : 'less than', issue.maximum, issue.origin);
    case 'invalid_key':
      return issue.issues[0]?.message;
    case 'invalid_union':
      return ofUnion(issue);
    default:
      return undefined;
  }
};

const kindNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** Of a whole number that is no number at all, the library expects a number first. */
function ofKind({ expected, inst }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string | undefined {
  const isWhole = inst !== undefined && 'format' in inst._zod.def && inst._zod.def.format === 'safeint';
  const kind = kindNames[isWhole ? 'int' : expected];
  return kind && `must be ${kind}`;
}

const unitNames: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

function bound(side: string, limit: number | bigint, origin: string): string {
  const unit = unitNames[origin];
  return unit ? `must have ${side} ${limit} ${unit}` : `must be ${side} ${limit}`;
}

function oneOf(values: readonly unknown[]): string {
  return `must be ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`;
}

function ofUnion({ discriminator, options, errors, input }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  if (typeof discriminator === 'string' && Array.isArray(options)) {
    const isGiven = typeof input === 'object' && input !== null && discriminator in input;
    return isGiven ? oneOf(options) : 'is required';
  }
  return [...new Set(errors.map(([first]) => first?.message))].join(', or ');
}
