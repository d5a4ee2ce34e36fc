import * as z from 'zod/mini';
import { graphLimits, graphSchema } from '../core/flow/graph.ts';
import { jsonSchema } from '../core/json.ts';
import { idParams } from './common.ts';
import { endpoint } from './endpoint.ts';
import { fieldChangeSchema, subjectEndpoints, subjectWithDraft, versionSummarySchema } from './subjects.ts';

export const flowSchema = subjectWithDraft({ graph: graphSchema });
export type FlowReply = z.infer<typeof flowSchema>;
z.globalRegistry.add(flowSchema, { id: 'Flow' });

export const versionSchema = z.object({
  ...versionSummarySchema.shape,
  graph: graphSchema,
  subflows: z.record(z.string(), z.object({ name: z.string(), number: z.int(), graph: graphSchema })),
});
export type VersionReply = z.infer<typeof versionSchema>;
z.globalRegistry.add(versionSchema, { id: 'FlowVersion' });

export const flowDiffSchema = z.object({
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      nodeType: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      fields: z.array(fieldChangeSchema),
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
  settings: z.array(fieldChangeSchema),
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

const at = subjectEndpoints({
  area: 'flows',
  tag: 'Flows',
  subject: flowSchema,
  version: versionSchema,
  diff: flowDiffSchema,
  content: { graph: graphSchema },
  draftLimitBytes: graphLimits.bytes,
});

export const flowEndpoints = {
  listFlows: at.list('listFlows', 'List flows, newest first'),
  createFlow: at.create('createFlow', 'Create a flow with a draft that holds a start node'),
  getFlow: at.get('getFlow', 'Read a flow with its draft'),
  renameFlow: at.rename('renameFlow', 'Rename a flow'),
  deleteFlow: at.remove('deleteFlow', 'Delete a flow that no deployment and no other flow uses'),
  saveDraft: at.saveDraft('saveDraft'),
  validateDraft: at.validateDraft('validateDraft'),
  restoreVersion: at.restoreVersion('restoreVersion'),
  testRequest: endpoint({
    id: 'testRequest',
    method: 'POST',
    path: '/api/v1/flows/:id/test-requests',
    summary: "Make the rendered request of an HTTP node as a test, with the workspace's secrets filled in",
    tag: 'Flows',
    auth: { kind: 'owner', scope: 'flows:write' },
    params: idParams,
    body: testRequestSchema,
    status: 200,
    reply: testResponseSchema,
    bodyLimitBytes: 512 * 1024,
  }),
  publishVersion: at.publishVersion('publishVersion'),
  listVersions: at.listVersions('listVersions'),
  getVersion: at.getVersion('getVersion'),
  diffVersions: at.diffVersions('diffVersions'),
};
