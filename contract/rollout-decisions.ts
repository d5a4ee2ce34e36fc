import * as z from 'zod/mini';
import { attributeMapSchema } from '../core/rollout/attributes.ts';
import { decisionReasons } from '../core/rollout/rollout-decision.ts';
import { idParams, pageOf, pageQuery } from './common.ts';
import { patchDeploymentSchema, settingsLimitBytes } from './deployment-settings.ts';
import { endpoint } from './endpoint.ts';

/** 1 to 200 printable characters. It selects a bucket and is never a credential. */
export const unitKeySchema = z
  .string()
  .check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'must be printable'));

export const decisionSchema = z.object({
  id: z.string(),
  at: z.string(),
  unitKey: z.string(),
  serve: z.boolean(),
  reason: z.enum(decisionReasons),
  bucket: z.int(),
  percentage: z.number(),
  hashVersion: z.int(),
  group: z.nullable(z.string()),
  version: z.nullable(z.int()),
  revision: z.int(),
  sessionId: z.nullable(z.string()),
  /** What the decision saw; null once the 30 days are over or the person was erased. */
  attributes: z.nullable(z.record(z.string(), attributeMapSchema)),
});
export type DecisionReply = z.infer<typeof decisionSchema>;
z.globalRegistry.add(decisionSchema, { id: 'RolloutDecision' });

/** What is known of a visitor, by namespace. */
export const attributeShape = {
  contact: z.optional(attributeMapSchema),
  company: z.optional(attributeMapSchema),
  page: z.optional(attributeMapSchema),
  device: z.optional(attributeMapSchema),
  visitor: z.optional(attributeMapSchema),
};

export const explainReplySchema = z.object({
  serve: z.boolean(),
  reason: z.enum(decisionReasons),
  bucket: z.int(),
  percentage: z.number(),
  group: z.optional(z.string()),
  version: z.optional(z.int()),
  /** Each stage in order, in words. */
  steps: z.array(
    z.object({
      stage: z.enum(['status', 'audience', 'percentage', 'version']),
      passed: z.boolean(),
      detail: z.string(),
    }),
  ),
});
export type ExplainReply = z.infer<typeof explainReplySchema>;
z.globalRegistry.add(explainReplySchema, { id: 'RolloutExplanation' });

const base = '/api/v1/deployments/:id';
const tag = 'Deployments';
const read = { kind: 'owner', scope: 'deployments:read' } as const;

export const decisionEndpoints = {
  listDecisions: endpoint({
    id: 'listDecisions',
    method: 'GET',
    path: `${base}/decisions`,
    summary: 'Recorded rollout decisions, newest first',
    tag,
    auth: read,
    params: idParams,
    query: z.strictObject({ ...pageQuery.shape, unitKey: z.optional(unitKeySchema) }),
    status: 200,
    reply: pageOf(decisionSchema),
  }),
  explainDecision: endpoint({
    id: 'explainDecision',
    method: 'POST',
    path: `${base}/explain`,
    summary: 'Which stage would admit or refuse this visitor now; nothing is stored',
    tag,
    auth: read,
    params: idParams,
    body: z.strictObject({ unitKey: unitKeySchema, ...attributeShape }),
    status: 200,
    reply: explainReplySchema,
  }),
  previewRollout: endpoint({
    id: 'previewRollout',
    method: 'POST',
    path: `${base}/preview`,
    summary: 'How many recent visitors a changed audience or percentage would admit; nothing is stored',
    tag,
    auth: read,
    params: idParams,
    body: z.strictObject({
      audience: patchDeploymentSchema.shape.audience,
      rollout: z.optional(z.strictObject({ percentage: z.number().check(z.minimum(0), z.maximum(100)) })),
    }),
    status: 200,
    reply: z.object({ visitors: z.int(), matching: z.int(), served: z.int() }),
    bodyLimitBytes: settingsLimitBytes,
  }),
};
