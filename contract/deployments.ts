import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
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
  settingsLimitBytes,
  subjectSchema,
} from './deployment-settings.ts';
import { endpoint } from './endpoint.ts';
import { attributeShape, unitKeySchema } from './rollout-decisions.ts';
import { startedSessionSchema } from './started-session.ts';

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

const read = { kind: 'owner', scope: 'deployments:read' } as const;
const write = { kind: 'owner', scope: 'deployments:write' } as const;
const tag = 'Deployments';
const base = '/api/v1/deployments';

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
    bodyLimitBytes: settingsLimitBytes,
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
    bodyLimitBytes: settingsLimitBytes,
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
