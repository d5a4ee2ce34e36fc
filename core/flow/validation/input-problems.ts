import { normalizeName } from '../inputs/options.ts';
import type { Input, InputKind, Option } from '../node-data.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';

type Found = Generator<Omit<FlowProblem, 'nodeId'>>;
type Bound = Input['min'];

/** What `min` and `max` mean for a kind of input; kinds that are absent have no bounds. */
const boundKinds: { readonly [Kind in InputKind]?: 'number' | 'count' | 'date' } = {
  number: 'number',
  rating: 'count',
  text: 'count',
  choices: 'count',
  date: 'date',
};
const boundNames = {
  number: 'a number',
  count: 'a whole number, 0 or more',
  date: 'a date such as 2027-01-31',
} as const;
const patternKinds: ReadonlySet<InputKind> = new Set(['text', 'email', 'phone', 'url']);

/** What is wrong with the input an ask node requests: it could never be answered, or says what its kind does not know. */
export function* inputProblems(input: Input, compilesPattern?: (pattern: string) => string | null): Found {
  if (input.kind === 'file') {
    yield { field: 'input.kind', message: 'File uploads are not available yet; choose another kind of input.' };
    return;
  }
  yield* optionProblems(input);
  yield* boundProblems(input);
  yield* patternProblems(input, compilesPattern);
}

function* optionProblems({ kind, options = [] }: Input): Found {
  const isChoice = kind === 'choice' || kind === 'choices';
  if (isChoice && options.length === 0) {
    yield { field: 'input.options', message: 'There is nothing to choose from; add at least one option.' };
  }
  if (!isChoice && options.length > 0) {
    yield {
      field: 'input.options',
      message: `An input of kind ${kind} has no options; remove them or ask for a choice.`,
    };
    return;
  }
  yield* repeatedOptions(options);
}

function* repeatedOptions(options: readonly Option[]): Found {
  const ids = new Set(['failed']);
  const labels = new Set<string>();
  for (const [index, { id, label }] of options.entries()) {
    const field = `input.options.${index}`;
    const shown = normalizeName(label);
    if (id === 'failed') {
      yield { field: `${field}.id`, message: '"failed" is the exit for spent retries; rename this option.' };
    } else if (ids.has(id)) {
      yield { field: `${field}.id`, message: `Two options have the id ${quoted(id)}; give each its own.` };
    }
    if (labels.has(shown)) {
      yield {
        field: `${field}.label`,
        message: `Two options read ${quoted(label)}; visitors could not tell them apart.`,
      };
    }
    ids.add(id);
    labels.add(shown);
  }
}

function* boundProblems(input: Input): Found {
  const misshapen = [...boundProblem(input, 'min'), ...boundProblem(input, 'max')];
  yield* misshapen.length > 0 ? misshapen : rangeProblems(input);
}

function* boundProblem(input: Input, name: 'min' | 'max'): Found {
  const { kind, [name]: bound } = input;
  const meaning = boundKinds[kind];
  if (bound === undefined || (meaning && isBound(meaning, bound))) return;
  const message = meaning
    ? `${quoted(name)} must be ${boundNames[meaning]}.`
    : `An input of kind ${kind} has no ${name}; remove it.`;
  yield { field: `input.${name}`, message };
}

/** Bounds that leave no answer. A rating that says nothing goes from 1 to 5. */
function* rangeProblems({ kind, options = [], ...bounds }: Input): Found {
  const { min, max } = kind === 'rating' ? { min: 1, max: 5, ...bounds } : bounds;
  if (min !== undefined && max !== undefined && min > max) {
    const message = `No answer can be at least ${min} and at most ${max}; raise max or lower min.`;
    yield { field: 'input.max', message };
  }
  if (kind === 'choices' && typeof min === 'number' && min > options.length) {
    yield { field: 'input.min', message: `There are fewer than ${min} options; lower min or add options.` };
  }
}

function isBound(meaning: 'number' | 'count' | 'date', bound: Bound): boolean {
  if (meaning === 'date') return typeof bound === 'string' && isDate(bound);
  return typeof bound === 'number' && (meaning === 'number' || (Number.isInteger(bound) && bound >= 0));
}

/** Whether the text is a day of the calendar, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function* patternProblems({ kind, pattern }: Input, compilesPattern?: (pattern: string) => string | null): Found {
  if (pattern === undefined) return;
  if (!patternKinds.has(kind)) {
    yield { field: 'input.pattern', message: `An input of kind ${kind} has no pattern; remove it or ask for a text.` };
    return;
  }
  const mistake = compilesPattern?.(pattern) ?? null;
  if (mistake !== null) {
    yield { field: 'input.pattern', message: `The pattern is not a valid RE2 expression (${mistake}); correct it.` };
  }
}
