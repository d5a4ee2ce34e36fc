import * as z from 'zod/mini';
import { jsonSchema } from '../core/json.ts';
import {
  authorSchema,
  cursorShape,
  idParam,
  idParams,
  nameSchema,
  noteSchema,
  numberSchema,
  pageOf,
  pageQuery,
  searchParam,
  wholeNumberParam,
} from './common.ts';
import { endpoint, type Schema } from './endpoint.ts';
import { problemItemSchema } from './problem.ts';

/** A subject, which is a flow or a twin, as a list shows it. */
export const subjectSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  draftRevision: z.int(),
  newestVersion: z.nullable(z.int()),
});
export type SubjectSummary = z.infer<typeof subjectSummarySchema>;

/** A subject with its draft, which holds what an author writes of its kind. */
export function subjectWithDraft<Content extends Shape>(content: Content) {
  return z.object({
    ...subjectSummarySchema.shape,
    draft: z.object({ revision: z.int(), ...content, updatedAt: z.string(), updatedBy: z.nullable(authorSchema) }),
  });
}

export const versionSummarySchema = z.object({
  id: z.string(),
  number: z.int(),
  note: z.nullable(z.string()),
  createdAt: z.string(),
  createdBy: z.nullable(authorSchema),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/** One field that differs; a side is absent where the field is. */
export const fieldChangeSchema = z.object({
  field: z.string(),
  before: z.optional(jsonSchema),
  after: z.optional(jsonSchema),
});
const diffSide = z.union([z.literal('draft'), wholeNumberParam]);
/** What is compared: the draft, or the version of a number. */
export type DiffSide = z.infer<typeof diffSide>;

type Shape = Readonly<Record<string, Schema>>;

/** What differs between the endpoints of flows and of twins. */
interface SubjectKind<Subject extends Schema, Version extends Schema, Diff extends Schema, Content extends Shape> {
  /** The last part of the path, and the area of the scopes. */
  readonly area: 'flows' | 'twins';
  readonly tag: string;
  readonly subject: Subject;
  readonly version: Version;
  readonly diff: Diff;
  /** What a saved draft carries beside its revision. */
  readonly content: Content;
  readonly draftLimitBytes: number;
}

/**
 * The endpoints that flows and twins have in common: one is named, drafted, published in numbered versions and brought
 * back from them. Each is made with its operation id, and with a summary where the kinds differ.
 */
export function subjectEndpoints<
  Subject extends Schema,
  Version extends Schema,
  Diff extends Schema,
  Content extends Shape,
>({ area, tag, subject, version, diff, content, draftLimitBytes }: SubjectKind<Subject, Version, Diff, Content>) {
  const base = `/api/v1/${area}`;
  const reads = { tag, auth: { kind: 'owner', scope: `${area}:read` }, status: 200 } as const;
  const writes = { tag, auth: { kind: 'owner', scope: `${area}:write` } } as const;
  const named = z.strictObject({ name: nameSchema });
  return {
    list: (id: string, summary: string) =>
      endpoint({
        ...reads,
        id,
        summary,
        method: 'GET',
        path: base,
        /** `q` looks through names. */
        query: z.strictObject({ ...cursorShape, q: z.optional(searchParam) }),
        reply: pageOf(subjectSummarySchema),
      }),
    create: (id: string, summary: string) =>
      endpoint({ ...writes, id, summary, method: 'POST', path: base, body: named, status: 201, reply: subject }),
    get: (id: string, summary: string) =>
      endpoint({ ...reads, id, summary, method: 'GET', path: `${base}/:id`, params: idParams, reply: subject }),
    rename: (id: string, summary: string) =>
      endpoint({
        ...writes,
        id,
        summary,
        method: 'PATCH',
        path: `${base}/:id`,
        params: idParams,
        body: named,
        status: 200,
        reply: subject,
      }),
    remove: (id: string, summary: string) =>
      endpoint({ ...writes, id, summary, method: 'DELETE', path: `${base}/:id`, params: idParams, status: 204 }),
    saveDraft: (id: string) =>
      endpoint({
        ...writes,
        id,
        summary: 'Replace the draft; the revision must be the one that was read',
        method: 'PUT',
        path: `${base}/:id/draft`,
        params: idParams,
        body: z.strictObject({ revision: numberSchema, ...content }),
        status: 200,
        reply: z.object({ revision: z.int(), updatedAt: z.string() }),
        bodyLimitBytes: draftLimitBytes,
      }),
    validateDraft: (id: string) =>
      endpoint({
        ...reads,
        id,
        summary: 'What would keep the draft from being published',
        method: 'GET',
        path: `${base}/:id/draft/problems`,
        params: idParams,
        reply: z.object({ problems: z.array(problemItemSchema) }),
      }),
    restoreVersion: (id: string) =>
      endpoint({
        ...writes,
        id,
        summary: 'Put a version back into the draft',
        method: 'POST',
        path: `${base}/:id/draft/restore`,
        params: idParams,
        body: z.strictObject({ revision: numberSchema, number: numberSchema }),
        status: 200,
        reply: subject,
      }),
    publishVersion: (id: string) =>
      endpoint({
        ...writes,
        id,
        summary: 'Publish the draft as the next version',
        method: 'POST',
        path: `${base}/:id/versions`,
        params: idParams,
        body: z.optional(z.strictObject({ note: z.optional(noteSchema), revision: z.optional(numberSchema) })),
        status: 201,
        reply: versionSummarySchema,
      }),
    listVersions: (id: string) =>
      endpoint({
        ...reads,
        id,
        summary: 'List versions, newest first',
        method: 'GET',
        path: `${base}/:id/versions`,
        params: idParams,
        query: pageQuery,
        reply: pageOf(versionSummarySchema),
      }),
    getVersion: (id: string) =>
      endpoint({
        ...reads,
        id,
        summary: 'Read a version',
        method: 'GET',
        path: `${base}/:id/versions/:number`,
        params: z.strictObject({ id: idParam, number: wholeNumberParam }),
        reply: version,
      }),
    diffVersions: (id: string) =>
      endpoint({
        ...reads,
        id,
        summary: 'What changed between two versions, or a version and the draft',
        method: 'GET',
        path: `${base}/:id/diff`,
        params: idParams,
        query: z.strictObject({ from: diffSide, to: diffSide }),
        reply: diff,
      }),
  };
}
