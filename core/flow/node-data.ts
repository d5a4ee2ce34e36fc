import * as z from 'zod/mini';
import { jsonSchema } from '../json.ts';
import { filterSchema } from '../rollout/audience.ts';

/** Longest text of a message, prompt or note, in characters. */
export const textLimit = 16_000;

const text = z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(textLimit));
const optionalText = z.optional(z.string().check(z.maxLength(textLimit)));
const id = z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(200));
const label = z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(200));

/** Name of a flow variable: letters, digits and underscores, not starting with a digit. */
export const variableName = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z_][A-Za-z0-9_]{0,99}$/,
      'must be letters, digits and underscores, not starting with a digit, at most 100',
    ),
  );

export const inputKinds = [
  'text',
  'email',
  'phone',
  'number',
  'date',
  'url',
  'rating',
  'file',
  'choice',
  'choices',
  'consent',
] as const;
export type InputKind = (typeof inputKinds)[number];

export const optionSchema = z.strictObject({ id, label });
export type Option = z.infer<typeof optionSchema>;

/** What an ask node accepts. `min`/`max` bound a number, a rating, a date (as text), a text's length or how many choices; `pattern` is an RE2 expression the whole text must match. */
export const inputSchema = z.strictObject({
  kind: z.enum(inputKinds),
  options: z.optional(z.array(optionSchema).check(z.maxLength(100))),
  min: z.optional(z.union([z.number(), z.string()])),
  max: z.optional(z.union([z.number(), z.string()])),
  pattern: z.optional(z.string().check(z.maxLength(1000))),
});
export type Input = z.infer<typeof inputSchema>;

const branch = z.strictObject({
  id,
  groups: z
    .array(
      z.strictObject({
        name: z.optional(z.string().check(z.maxLength(200))),
        filters: z.array(filterSchema).check(z.minLength(1), z.maxLength(50)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});

const media = z.strictObject({
  kind: z.enum(['image', 'video', 'cards']),
  url: z.optional(z.string().check(z.maxLength(4000))),
  alt: z.optional(z.string().check(z.maxLength(1000))),
  cards: z.optional(
    z
      .array(
        z.strictObject({
          title: label,
          text: optionalText,
          imageUrl: z.optional(z.string().check(z.maxLength(4000))),
          url: z.optional(z.string().check(z.maxLength(4000))),
        }),
      )
      .check(z.maxLength(20)),
  ),
});
export type Media = z.infer<typeof media>;

/** When a twin gives the talk back: an exit is met by its words in a message, by its rules, or by what the brain makes of its description. `variables` are found out on the way. */
const twinExit = z.strictObject({
  conditions: z.optional(
    z
      .array(
        z.strictObject({
          id,
          description: z.optional(z.string().check(z.maxLength(1000))),
          phrases: z.optional(
            z.array(z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(200))).check(z.maxLength(50)),
          ),
          groups: z.optional(branch.shape.groups),
        }),
      )
      .check(z.maxLength(20)),
  ),
  variables: z.optional(
    z
      .array(z.strictObject({ name: variableName, description: z.string().check(z.maxLength(1000)) }))
      .check(z.maxLength(20)),
  ),
});

/** Meaning of each node type's `data`, strict: publishing refuses what is missing or unknown. */
export const nodeDataSchemas = {
  start: z.strictObject({}),
  message: z.strictObject({
    text,
    media: z.optional(media),
    delayMs: z.optional(z.int().check(z.minimum(0), z.maximum(60_000))),
  }),
  ask: z.strictObject({
    prompt: text,
    input: inputSchema,
    variable: variableName,
    retryMessage: optionalText,
    maxRetries: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  }),
  condition: z.strictObject({ branches: z.array(branch).check(z.minLength(1), z.maxLength(100)) }),
  set: z.strictObject({ variable: variableName, value: jsonSchema }),
  http: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(4000)),
    headers: z.optional(
      z.record(
        z.string().check(z.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}$/, 'must be a header name')),
        z.string().check(z.maxLength(8000)),
      ),
    ),
    body: z.optional(jsonSchema),
    timeoutMs: z.optional(z.int().check(z.minimum(100), z.maximum(30_000))),
    retries: z.optional(z.int().check(z.minimum(0), z.maximum(5))),
    saveAs: variableName,
  }),
  twin: z.strictObject({
    twinId: id,
    instructions: optionalText,
    maxTurns: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
    exit: z.optional(twinExit),
  }),
  classify: z.strictObject({
    intents: z
      .array(
        z.strictObject({ id, label, examples: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(200)) }),
      )
      .check(z.minLength(1), z.maxLength(100)),
  }),
  jump: z.strictObject({ nodeId: id }),
  subflow: z.strictObject({ flowId: id }),
  split: z.strictObject({
    branches: z
      .array(z.strictObject({ id, weight: z.number().check(z.minimum(0), z.maximum(1_000_000)) }))
      .check(z.minLength(1), z.maxLength(100)),
  }),
  collectEmail: z.strictObject({ prompt: text }),
  callToAction: z.strictObject({
    label,
    url: z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(4000)),
    description: z.string().check(z.maxLength(2000)),
  }),
  handoff: z.strictObject({ message: optionalText, note: optionalText }),
  end: z.strictObject({ outcome: z.optional(z.enum(['achieved', 'notAchieved'])), message: optionalText }),
} as const;

export type NodeData = { [Type in keyof typeof nodeDataSchemas]: z.infer<(typeof nodeDataSchemas)[Type]> };
/** A node whose data has been checked. */
export type FlowNode = {
  [Type in keyof NodeData]: { readonly id: string; readonly type: Type; readonly data: NodeData[Type] };
}[keyof NodeData];
