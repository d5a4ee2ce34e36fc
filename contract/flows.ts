import * as z from 'zod/mini';
import { graphLimits, graphSchema } from '../core/flow/graph.ts';
import { jsonSchema } from '../core/json.ts';
import {
  idParam,
  idParams,
  nameSchema,
  noteSchema,
  numberSchema,
  pageOf,
  pageQuery,
  wholeNumberParam,
} from './common.ts';
import { endpoint } from './endpoint.ts';
import { problemItemSchema } from './problem.ts';

const authorSchema = z.nullable(
  z.object({ kind: z.enum(['member', 'apiKey', 'system']), id: z.nullable(z.string()), name: z.string() }),
);
/** Who made a change. */
export type Author = z.infer<typeof authorSchema>;

export const draftSchema = z.object({
  revision: z.int(),
  graph: graphSchema,
  updatedAt: z.string(),
  updatedBy: authorSchema,
});
export const flowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  draftRevision: z.int(),
  newestVersion: z.nullable(z.int()),
});
export const flowSchema = z.object({ ...flowSummarySchema.shape, draft: draftSchema });
export type FlowSummary = z.infer<typeof flowSummarySchema>;
export type FlowReply = z.infer<typeof flowSchema>;
z.globalRegistry.add(flowSchema, { id: 'Flow' });

export const versionSummarySchema = z.object({
  id: z.string(),
  number: z.int(),
  note: z.nullable(z.string()),
  createdAt: z.string(),
  createdBy: authorSchema,
});
export const versionSchema = z.object({
  ...versionSummarySchema.shape,
  graph: graphSchema,
  subflows: z.record(z.string(), z.object({ name: z.string(), number: z.int(), graph: graphSchema })),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;
export type VersionReply = z.infer<typeof versionSchema>;
z.globalRegistry.add(versionSchema, { id: 'FlowVersion' });

const side = z.union([z.literal('draft'), wholeNumberParam]);
const fieldChange = z.object({ field: z.string(), before: z.optional(jsonSchema), after: z.optional(jsonSchema) });
export const flowDiffSchema = z.object({
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      nodeType: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      fields: z.array(fieldChange),
    }),
  ),
  edges: z.array(
    z.object({
      change: z.enum(['added', 'removed']),
      source: z.string(),
      sourceHandle: z.nullable(z.string()),
      target: z.string(),
    }),
  ),
  settings: z.array(fieldChange),
});
z.globalRegistry.add(flowDiffSchema, { id: 'FlowDiff' });

const testRequestSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string().check(z.minLength(1), z.maxLength(16_000)),
  headers: z.record(z.string().check(z.minLength(1), z.maxLength(200)), z.string().check(z.maxLength(16_000))),
  body: z.optional(jsonSchema),
  timeoutMs: z.int().check(z.minimum(100), z.maximum(30_000)),
});
/** `status` 0 means that no response came; `error` then says why. */
const testResponseSchema = z.object({ status: z.int(), body: jsonSchema, error: z.optional(z.string()) });

const read = { kind: 'owner', scope: 'flows:read' } as const;
const write = { kind: 'owner', scope: 'flows:write' } as const;
const tag = 'Flows';
const base = '/api/v1/flows';

export const flowEndpoints = {
  listFlows: endpoint({
    id: 'listFlows',
    method: 'GET',
    path: base,
    summary: 'List flows, newest first',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(flowSummarySchema),
  }),
  createFlow: endpoint({
    id: 'createFlow',
    method: 'POST',
    path: base,
    summary: 'Create a flow with a draft that holds a start node',
    tag,
    auth: write,
    body: z.strictObject({ name: nameSchema }),
    status: 201,
    reply: flowSchema,
  }),
  getFlow: endpoint({
    id: 'getFlow',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Read a flow with its draft',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: flowSchema,
  }),
  renameFlow: endpoint({
    id: 'renameFlow',
    method: 'PATCH',
    path: `${base}/:id`,
    summary: 'Rename a flow',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ name: nameSchema }),
    status: 200,
    reply: flowSchema,
  }),
  deleteFlow: endpoint({
    id: 'deleteFlow',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Delete a flow that no deployment and no other flow uses',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  saveDraft: endpoint({
    id: 'saveDraft',
    method: 'PUT',
    path: `${base}/:id/draft`,
    summary: 'Replace the draft; the revision must be the one that was read',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ revision: numberSchema, graph: graphSchema }),
    status: 200,
    reply: z.object({ revision: z.int(), updatedAt: z.string() }),
    bodyLimitBytes: graphLimits.bytes,
  }),
  validateDraft: endpoint({
    id: 'validateDraft',
    method: 'GET',
    path: `${base}/:id/draft/problems`,
    summary: 'What would keep the draft from being published',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: z.object({ problems: z.array(problemItemSchema) }),
  }),
  restoreVersion: endpoint({
    id: 'restoreVersion',
    method: 'POST',
    path: `${base}/:id/draft/restore`,
    summary: 'Put a version back into the draft',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ revision: numberSchema, number: numberSchema }),
    status: 200,
    reply: flowSchema,
  }),
  testRequest: endpoint({
    id: 'testRequest',
    method: 'POST',
    path: `${base}/:id/test-requests`,
    summary: "Make the rendered request of an HTTP node as a test, with the workspace's secrets filled in",
    tag,
    auth: write,
    params: idParams,
    body: testRequestSchema,
    status: 200,
    reply: testResponseSchema,
    bodyLimitBytes: 512 * 1024,
  }),
  publishVersion: endpoint({
    id: 'publishVersion',
    method: 'POST',
    path: `${base}/:id/versions`,
    summary: 'Publish the draft as the next version',
    tag,
    auth: write,
    params: idParams,
    body: z.optional(z.strictObject({ note: z.optional(noteSchema), revision: z.optional(numberSchema) })),
    status: 201,
    reply: versionSummarySchema,
  }),
  listVersions: endpoint({
    id: 'listVersions',
    method: 'GET',
    path: `${base}/:id/versions`,
    summary: 'List versions, newest first',
    tag,
    auth: read,
    params: idParams,
    query: pageQuery,
    status: 200,
    reply: pageOf(versionSummarySchema),
  }),
  getVersion: endpoint({
    id: 'getVersion',
    method: 'GET',
    path: `${base}/:id/versions/:number`,
    summary: 'Read a version',
    tag,
    auth: read,
    params: z.strictObject({ id: idParam, number: wholeNumberParam }),
    status: 200,
    reply: versionSchema,
  }),
  diffVersions: endpoint({
    id: 'diffVersions',
    method: 'GET',
    path: `${base}/:id/diff`,
    summary: 'What changed between two versions, or a version and the draft',
    tag,
    auth: read,
    params: idParams,
    query: z.strictObject({ from: side, to: side }),
    status: 200,
    reply: flowDiffSchema,
  }),
};
