import * as z from 'zod/mini';
import { modelProviders } from '../core/twin/model-provider.ts';
import { endpoint } from './endpoint.ts';

const text = z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(500));
const address = z.string().check(z.maxLength(4000), z.regex(/^https?:\/\/\S+$/i, 'must be an http or https address'));

/** A model to reach. `apiKey` is kept encrypted and never shown again; null takes it away, absent keeps it. */
const modelSchema = z.strictObject({
  provider: z.enum(modelProviders),
  model: text,
  baseUrl: z.optional(address),
  apiKey: z.optional(z.nullable(text)),
});
const shownModelSchema = z.object({
  provider: z.enum(modelProviders),
  model: z.string(),
  baseUrl: z.nullable(z.string()),
  hasApiKey: z.boolean(),
});
/** Which models answer: the first, the one that takes over when it fails, and the one that embeds. All null: the built-in brain answers. */
const modelSettingsSchema = z.object({
  first: z.nullable(shownModelSchema),
  second: z.nullable(shownModelSchema),
  embedding: z.nullable(shownModelSchema),
  /** What the environment sets for workspaces without a first model of their own. */
  fromEnvironment: z.nullable(z.object({ provider: z.string(), model: z.string() })),
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;
export type ShownModel = z.infer<typeof shownModelSchema>;
export type ModelInput = z.infer<typeof modelSchema>;
z.globalRegistry.add(modelSettingsSchema, { id: 'ModelSettings' });

const read = { kind: 'owner', scope: 'workspace:read' } as const;
const write = { kind: 'owner', scope: 'workspace:write' } as const;
const tag = 'Models';
const base = '/api/v1/models';

export const modelEndpoints = {
  getModels: endpoint({
    id: 'getModels',
    method: 'GET',
    path: base,
    summary: 'Which models answer',
    tag,
    auth: read,
    status: 200,
    reply: modelSettingsSchema,
  }),
  changeModels: endpoint({
    id: 'changeModels',
    method: 'PATCH',
    path: base,
    summary: 'Set or remove models; what is absent stays',
    tag,
    auth: write,
    body: z.strictObject({
      first: z.optional(z.nullable(modelSchema)),
      second: z.optional(z.nullable(modelSchema)),
      embedding: z.optional(z.nullable(modelSchema)),
    }),
    status: 200,
    reply: modelSettingsSchema,
  }),
  testModel: endpoint({
    id: 'testModel',
    method: 'POST',
    path: `${base}/test`,
    summary: 'Ask a model for a word, to see whether it can be reached; without a body, the first model',
    tag,
    auth: write,
    body: z.optional(
      z.strictObject({ role: z.optional(z.enum(['first', 'second', 'embedding'])), model: z.optional(modelSchema) }),
    ),
    status: 200,
    reply: z.object({ ok: z.boolean(), detail: z.string() }),
  }),
};
