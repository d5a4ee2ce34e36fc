import * as z from 'zod/mini';
import { authorSchema, idParams, nameSchema, pageOf, pageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { roleSchema, scopeSchema } from './scopes.ts';

export const workspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** Whether a twin knows what another twin of the workspace learned about a person. */
  sharesMemory: z.boolean(),
  createdAt: z.string(),
});
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
});
export type ApiKeyReply = z.infer<typeof apiKeySchema>;
export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  actor: authorSchema,
  /** What was done, as `<thing>.<pastTense>`, such as `deployment.changed`. */
  action: z.string(),
  subjectId: z.nullable(z.string()),
  /** Names of the fields that changed; never their contents. */
  fields: z.array(z.string()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
const secretNameSchema = z
  .string()
  .check(z.regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'must be capitals, digits and underscores, such as CRM_TOKEN'));
const secretParams = z.strictObject({ name: secretNameSchema });
z.globalRegistry.add(apiKeySchema, { id: 'ApiKey' });
z.globalRegistry.add(auditEntrySchema, { id: 'AuditEntry' });

const read = { kind: 'owner', scope: 'workspace:read' } as const;
const write = { kind: 'owner', scope: 'workspace:write' } as const;
const tag = 'Workspace';
const base = '/api/v1';

export const workspaceEndpoints = {
  getWorkspace: endpoint({
    id: 'getWorkspace',
    method: 'GET',
    path: `${base}/workspace`,
    summary: 'Read the workspace and what the caller may do in it',
    tag,
    auth: read,
    status: 200,
    reply: z.object({
      ...workspaceSchema.shape,
      /** Whether this server sends mail. */
      sendsMail: z.boolean(),
      caller: z.object({
        kind: authorSchema.shape.kind,
        name: z.string(),
        role: z.nullable(roleSchema),
        scopes: z.array(scopeSchema),
      }),
    }),
  }),
  readWayIn: endpoint({
    id: 'readWayIn',
    method: 'GET',
    path: `${base}/way-in`,
    summary: 'Whether the caller is signed in by a cookie, and whether anybody has an account yet',
    tag,
    auth: { kind: 'public' },
    status: 200,
    reply: z.object({ isSignedIn: z.boolean(), hasMembers: z.boolean() }),
  }),
  changeWorkspace: endpoint({
    id: 'changeWorkspace',
    method: 'PATCH',
    path: `${base}/workspace`,
    summary: 'Rename the workspace, set its time zone, or have its twins share what they learn about people',
    tag,
    auth: write,
    body: z.strictObject({
      name: z.optional(nameSchema),
      timeZone: z.optional(z.string().check(z.maxLength(100))),
      sharesMemory: z.optional(z.boolean()),
    }),
    status: 200,
    reply: workspaceSchema,
  }),
  addDemo: endpoint({
    id: 'addDemo',
    method: 'POST',
    path: `${base}/demo`,
    summary:
      'Add the demo: published flows, a twin with its sources, and their deployments, to a workspace that has no flow',
    tag,
    auth: write,
    status: 201,
    reply: z.object({ flows: z.int(), twins: z.int(), deployments: z.int() }),
  }),
  listApiKeys: endpoint({
    id: 'listApiKeys',
    method: 'GET',
    path: `${base}/api-keys`,
    summary: 'List API keys',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(apiKeySchema),
  }),
  createApiKey: endpoint({
    id: 'createApiKey',
    method: 'POST',
    path: `${base}/api-keys`,
    summary: 'Create an API key; the key itself is shown this once',
    tag,
    auth: write,
    body: z.strictObject({ name: nameSchema, scopes: z.array(scopeSchema).check(z.minLength(1), z.maxLength(20)) }),
    status: 201,
    reply: z.object({ ...apiKeySchema.shape, key: z.string() }),
  }),
  revokeApiKey: endpoint({
    id: 'revokeApiKey',
    method: 'DELETE',
    path: `${base}/api-keys/:id`,
    summary: 'Revoke an API key at once',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  listAudit: endpoint({
    id: 'listAudit',
    method: 'GET',
    path: `${base}/audit`,
    summary: 'Who did what, newest first',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(auditEntrySchema),
  }),
  listSecrets: endpoint({
    id: 'listSecrets',
    method: 'GET',
    path: `${base}/secrets`,
    summary: 'Names of the secrets that HTTP nodes may use',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(z.object({ name: z.string(), updatedAt: z.string() })),
  }),
  saveSecret: endpoint({
    id: 'saveSecret',
    method: 'PUT',
    path: `${base}/secrets/:name`,
    summary: 'Store a secret, encrypted; it is never shown again',
    tag,
    auth: write,
    params: secretParams,
    body: z.strictObject({ value: z.string().check(z.minLength(1), z.maxLength(8000)) }),
    status: 204,
  }),
  deleteSecret: endpoint({
    id: 'deleteSecret',
    method: 'DELETE',
    path: `${base}/secrets/:name`,
    summary: 'Delete a secret',
    tag,
    auth: write,
    params: secretParams,
    status: 204,
  }),
};
