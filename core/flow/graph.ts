import * as z from 'zod/mini';
import { jsonSchema } from '../json.ts';

/** Limits of one graph. The size in bytes is enforced where the request body is read. */
export const graphLimits = { nodes: 10_000, edges: 40_000, bytes: 16 * 1024 * 1024 } as const;

export const nodeTypes = [
  'start',
  'message',
  'ask',
  'condition',
  'set',
  'http',
  'twin',
  'classify',
  'jump',
  'subflow',
  'split',
  'collectEmail',
  'callToAction',
  'handoff',
  'end',
] as const;
export type NodeType = (typeof nodeTypes)[number];

const idSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** A node as a draft keeps it: `data` may still be incomplete; `validateFlow` checks it when a version is published. */
export const draftNodeSchema = z.strictObject({
  id: idSchema,
  type: z.enum(nodeTypes),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  data: z.record(z.string().check(z.maxLength(200)), jsonSchema),
});

export const edgeSchema = z.strictObject({
  id: idSchema,
  source: idSchema,
  /** Which exit of the source: an option, branch or intent id, `ok`, `failed`, `else`, `none`; absent or null for the plain exit. */
  sourceHandle: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
  target: idSchema,
});

export const languageSchema = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as en or pt-BR'));

/** A flow graph in React Flow's shape. Shape and size are checked here; meaning is `validateFlow`'s. */
export const graphSchema = z.strictObject({
  nodes: z
    .array(draftNodeSchema)
    .check(z.maxLength(graphLimits.nodes, `a flow holds at most ${graphLimits.nodes.toLocaleString('en')} nodes`)),
  edges: z
    .array(edgeSchema)
    .check(z.maxLength(graphLimits.edges, `a flow holds at most ${graphLimits.edges.toLocaleString('en')} edges`)),
  /** The main language; `en` when absent. */
  language: z.optional(languageSchema),
  /** Texts by language, node id and field; option labels are at `options.<optionId>`. What is missing falls back to the main language. */
  translations: z.optional(
    z.record(
      languageSchema,
      z.record(idSchema, z.record(z.string().check(z.maxLength(400)), z.string().check(z.maxLength(16_000)))),
    ),
  ),
});

export type DraftNode = z.infer<typeof draftNodeSchema>;
export type Edge = z.infer<typeof edgeSchema>;
export type FlowGraph = z.infer<typeof graphSchema>;

/** The graph of a new flow: a start node alone. */
export function emptyGraph(): FlowGraph {
  return { nodes: [{ id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} }], edges: [], language: 'en' };
}
