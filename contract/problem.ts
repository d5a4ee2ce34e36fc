import * as z from 'zod/mini';
import { jsonSchema } from '../core/json.ts';
import { type ErrorCode, errorStatus } from './error-codes.ts';

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** One thing wrong with a request or a draft: where (a field path, and the node for a flow) and why. */
export const problemItemSchema = z.object({
  nodeId: z.optional(z.nullable(z.string())),
  field: z.string(),
  message: z.string(),
});
export type ProblemItem = z.infer<typeof problemItemSchema>;

/** An RFC 9457 problem, sent as `application/problem+json`. `code` is stable; `detail` is for people. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(codes),
  requestId: z.optional(z.string()),
  problems: z.optional(z.array(problemItemSchema)),
  /** What the caller needs to mend a conflict, such as the current revision. */
  current: z.optional(z.record(z.string(), jsonSchema)),
});
export type Problem = z.infer<typeof problemSchema>;
z.globalRegistry.add(problemSchema, { id: 'Problem' });
