import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
import { jsonSchema } from '../core/json.ts';
import { attributeMapSchema } from '../core/rollout/attributes.ts';
import { decisionReasons } from '../core/rollout/rollout-decision.ts';
import { modeSchema } from '../core/session/session-event.ts';
import {
  authorSchema,
  cursorShape,
  idParam,
  idParams,
  nameSchema,
  pageOf,
  pageQuery,
  searchParam,
  wholeNumberParam,
} from './common.ts';
import {
  createDeploymentSchema,
  deploymentSettingsSchema,
  patchDeploymentSchema,
  platformSchema,
  subjectSchema,
} from './deployment-settings.ts';
import { endpoint } from './endpoint.ts';

/** 1 to 200 printable characters. It selects a bucket and is never a credential. */
export const unitKeySchema = z
  .string()
  .check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'must be printable'));

export const deploymentSchema = z.object({
  id: z.string(),
  key: z.string(),
  revision: z.int(),
  subject: subjectSchema,
  platform: platformSchema,
  ...deploymentSettingsSchema.shape,
  links: z.object({ page: z.string(), chat: z.string(), embed: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type DeploymentReply = z.infer<typeof deploymentSchema>;
z.globalRegistry.add(deploymentSchema, { id: 'Deployment' });

/** A deployment as a list shows it. */
export const deploymentListItemSchema = z.object({
  ...deploymentSchema.shape,
  /** Name of the flow or twin; null when it is gone. */
  subjectName: z.nullable(z.string()),
  /** Number of the version that a session would begin on now; null while there is none. */
  servedVersion: z.nullable(z.int()),
  /** Live sessions that began in the last 30 days; `achieved` of the `judged` ones is the success rate. */
  stats: z.object({ sessions: z.int(), achieved: z.int(), judged: z.int() }),
});
export type DeploymentListItem = z.infer<typeof deploymentListItemSchema>;
z.globalRegistry.add(deploymentListItemSchema, { id: 'DeploymentListItem' });

/**
 * How a list of deployments is ordered: the newest first, by name from A to Z, by the live sessions of the last 30 days
 * (most first), or by their success rate (highest first, those with nothing judged last).
 */
export const deploymentSorts = ['newest', 'name', 'sessions', 'success'] as const;
export const deploymentStatuses = ['active', 'inactive'] as const;

const revisionSchema = z.object({
  revision: z.int(),
  at: z.string(),
  by: z.nullable(authorSchema),
  changed: z.array(z.string()),
  settings: deploymentSettingsSchema,
});
export type DeploymentRevisionReply = z.infer<typeof revisionSchema>;

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

const attributeShape = {
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

/** What a session start returns, to owners and visitors alike. The token is shown this once. */
export const startedSessionSchema = z.object({
  session: z.object({
    id: z.string(),
    status: z.enum(['active', 'ended']),
    mode: modeSchema,
    language: z.string(),
    version: z.object({ number: z.int() }),
  }),
  token: z.string(),
  unitKey: z.string(),
  events: z.array(jsonSchema),
});
export type StartedSession = z.infer<typeof startedSessionSchema>;
z.globalRegistry.add(startedSessionSchema, { id: 'StartedSession' });

const read = { kind: 'owner', scope: 'deployments:read' } as const;
const write = { kind: 'owner', scope: 'deployments:write' } as const;
const tag = 'Deployments';
const base = '/api/v1/deployments';
const settingsLimit = 512 * 1024;

export const deploymentEndpoints = {
  listDeployments: endpoint({
    id: 'listDeployments',
    method: 'GET',
    path: base,
    summary: 'List deployments, newest first unless sorted otherwise',
    tag,
    auth: read,
    query: z.strictObject({
      ...cursorShape,
      /** Words of the name. */
      q: z.optional(searchParam),
      status: z.optional(z.enum(deploymentStatuses)),
      sort: z.optional(z.enum(deploymentSorts)),
    }),
    status: 200,
    reply: pageOf(deploymentListItemSchema),
  }),
  createDeployment: endpoint({
    id: 'createDeployment',
    method: 'POST',
    path: base,
    summary: 'Deploy a flow or a twin to a platform',
    tag,
    auth: write,
    body: createDeploymentSchema,
    status: 201,
    reply: deploymentSchema,
    bodyLimitBytes: settingsLimit,
  }),
  getDeployment: endpoint({
    id: 'getDeployment',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Read a deployment',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: deploymentSchema,
  }),
  changeDeployment: endpoint({
    id: 'changeDeployment',
    method: 'PATCH',
    path: `${base}/:id`,
    summary: 'Change settings; each change makes a revision',
    tag,
    auth: write,
    params: idParams,
    body: patchDeploymentSchema,
    status: 200,
    reply: deploymentSchema,
    bodyLimitBytes: settingsLimit,
  }),
  deleteDeployment: endpoint({
    id: 'deleteDeployment',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Delete a deployment and its sessions',
    tag,
    auth: write,
    params: idParams,
    query: z.strictObject({ confirmName: z.optional(nameSchema) }),
    status: 204,
  }),
  listDeploymentRevisions: endpoint({
    id: 'listDeploymentRevisions',
    method: 'GET',
    path: `${base}/:id/revisions`,
    summary: 'Who changed what and when, newest first',
    tag,
    auth: read,
    params: idParams,
    query: pageQuery,
    status: 200,
    reply: pageOf(revisionSchema),
  }),
  restoreDeploymentRevision: endpoint({
    id: 'restoreDeploymentRevision',
    method: 'POST',
    path: `${base}/:id/revisions/:revision/restore`,
    summary: 'Make a new revision with the settings of an earlier one',
    tag,
    auth: write,
    params: z.strictObject({ id: idParam, revision: wholeNumberParam }),
    status: 200,
    reply: deploymentSchema,
  }),
  listDecisions: endpoint({
    id: 'listDecisions',
    method: 'GET',
    path: `${base}/:id/decisions`,
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
    path: `${base}/:id/explain`,
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
    path: `${base}/:id/preview`,
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
    bodyLimitBytes: settingsLimit,
  }),
  startTrustedSession: endpoint({
    id: 'startTrustedSession',
    method: 'POST',
    path: `${base}/:id/sessions`,
    summary: 'Start a session for a visitor whose attributes you vouch for',
    tag,
    auth: { kind: 'owner', scope: 'sessions:write' },
    params: idParams,
    body: z.strictObject({
      unitKey: unitKeySchema,
      mode: modeSchema,
      language: z.optional(languageSchema),
      ...attributeShape,
    }),
    status: 201,
    reply: startedSessionSchema,
  }),
  getIdentitySecret: endpoint({
    id: 'getIdentitySecret',
    method: 'GET',
    path: '/api/v1/identity-secret',
    summary:
      "The workspace's secret for signed identity: a JWT (HS256) with sub and exp. Members of its object company become company.*, other claims contact.*",
    tag,
    auth: { kind: 'owner', scope: 'deployments:write' },
    status: 200,
    reply: z.object({ secret: z.string(), algorithm: z.literal('HS256') }),
  }),
};
