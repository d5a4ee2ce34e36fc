import * as z from 'zod/mini';
import {
  cursorShape,
  idParam,
  idParams,
  nameSchema,
  numberSchema,
  pageOf,
  searchParam,
  webAddressSchema,
} from './common.ts';
import { endpoint, streamed } from './endpoint.ts';

/** How far a source is: waiting for or being read, ready to be used, or failed with a reason. */
export const sourceStatusSchema = z.enum(['waiting', 'reading', 'ready', 'failed']);
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

/** Whose sources a list holds: those for everyone, which deployments name, or those of one person each. */
export const sourceOwnersSchema = z.enum(['everyone', 'person']);
export type SourceOwners = z.infer<typeof sourceOwnersSchema>;

export const sourceSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'note', 'url']),
  status: sourceStatusSchema,
  /** 0 to 1 while it is read. */
  progress: z.number(),
  /** Why it could not be read, in words; null otherwise. An earlier text stays in use. */
  error: z.nullable(z.string()),
  /** Set while a reading that failed waits to be tried again: which try comes next, of how many, and when. */
  retry: z.nullable(z.object({ attempt: z.int(), of: z.int(), at: z.string() })),
  /** Counts texts; null before the first. */
  revision: z.nullable(z.int()),
  passages: z.int(),
  characters: z.int(),
  /** Of a file. */
  sizeBytes: z.nullable(z.int()),
  mediaType: z.nullable(z.string()),
  /** Of a web address. */
  url: z.nullable(z.string()),
  hint: z.nullable(z.string()),
  /** Whose source it is; null for one that deployments name. */
  personId: z.nullable(z.string()),
  /** How a person's own source may be used in that person's sessions; null for others. */
  personAccess: z.nullable(z.enum(['mentioned', 'internal'])),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SourceSummary = z.infer<typeof sourceSummarySchema>;
export const sourceSchema = z.object({ ...sourceSummarySchema.shape, text: z.nullable(z.string()) });
export type SourceReply = z.infer<typeof sourceSchema>;
z.globalRegistry.add(sourceSummarySchema, { id: 'SourceSummary' });
z.globalRegistry.add(sourceSchema, { id: 'Source' });

const passageSchema = z.object({
  number: z.int(),
  headings: z.array(z.string()),
  page: z.nullable(z.int()),
  text: z.string(),
});
export type PassageReply = z.infer<typeof passageSchema>;
z.globalRegistry.add(passageSchema, { id: 'Passage' });

/** Longest text of a source, in characters. */
export const sourceTextLimit = 4_000_000;
const textSchema = z.string().check(z.regex(/[\p{L}\p{N}]/u, 'has no words'), z.maxLength(sourceTextLimit));
const person = {
  personId: z.optional(idParam),
  personAccess: z.optional(z.enum(['mentioned', 'internal'])),
};

const read = { kind: 'owner', scope: 'twins:read' } as const;
const write = { kind: 'owner', scope: 'twins:write' } as const;
const tag = 'Sources';
const base = '/api/v1/sources';
const textBodyBytes = 17 * 1024 * 1024;

export const sourceEndpoints = {
  listSources: endpoint({
    id: 'listSources',
    method: 'GET',
    path: base,
    summary: 'List sources, newest first',
    tag,
    auth: read,
    query: z.strictObject({
      ...cursorShape,
      q: z.optional(searchParam),
      status: z.optional(sourceStatusSchema),
      of: z.optional(sourceOwnersSchema),
      /** The sources of this person. */
      person: z.optional(idParam),
    }),
    status: 200,
    reply: pageOf(sourceSummarySchema),
  }),
  uploadSource: streamed(
    'application/octet-stream',
    endpoint({
      id: 'uploadSource',
      method: 'POST',
      path: `${base}/files`,
      summary:
        'Upload a file (PDF, DOCX, PPTX, Markdown, text, CSV or email) as the body; it is read in the background',
      tag,
      auth: write,
      query: z.strictObject({ name: nameSchema, ...person }),
      status: 201,
      reply: sourceSchema,
    }),
  ),
  createNote: endpoint({
    id: 'createNote',
    method: 'POST',
    path: `${base}/notes`,
    summary: 'Write a note; it is usable at once',
    tag,
    auth: write,
    body: z.strictObject({ name: nameSchema, text: textSchema, ...person }),
    status: 201,
    reply: sourceSchema,
    bodyLimitBytes: textBodyBytes,
  }),
  addPages: endpoint({
    id: 'addPages',
    method: 'POST',
    path: `${base}/urls`,
    summary: 'Add up to 10 web addresses; each becomes one source with the relevant pages one link away',
    tag,
    auth: write,
    body: z.strictObject({
      urls: z.array(webAddressSchema).check(z.minLength(1), z.maxLength(10, 'at most 10 addresses at once')),
      hint: z.optional(z.string().check(z.maxLength(500))),
      ...person,
    }),
    status: 201,
    reply: z.object({ items: z.array(sourceSchema) }),
  }),
  getSource: endpoint({
    id: 'getSource',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Read a source with its text',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: sourceSchema,
  }),
  changeSource: endpoint({
    id: 'changeSource',
    method: 'PATCH',
    path: `${base}/:id`,
    summary: 'Rename a source or edit its text; a stale revision is refused',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({
      name: z.optional(nameSchema),
      hint: z.optional(z.string().check(z.maxLength(500))),
      personAccess: z.optional(z.enum(['mentioned', 'internal'])),
      text: z.optional(textSchema),
      /** The revision whose text was edited; goes with `text`. */
      revision: z.optional(numberSchema),
    }),
    status: 200,
    reply: sourceSchema,
    bodyLimitBytes: textBodyBytes,
  }),
  rereadSource: endpoint({
    id: 'rereadSource',
    method: 'POST',
    path: `${base}/:id/reread`,
    summary: 'Read the file or the web address again; edits of the text are replaced',
    tag,
    auth: write,
    params: idParams,
    status: 202,
    reply: sourceSchema,
  }),
  deleteSource: endpoint({
    id: 'deleteSource',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Delete a source; no conversation uses it from now on',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  listPassages: endpoint({
    id: 'listPassages',
    method: 'GET',
    path: `${base}/:id/passages`,
    summary: 'The passages of the current text, in order',
    tag,
    auth: read,
    params: idParams,
    query: z.strictObject(cursorShape),
    status: 200,
    reply: pageOf(passageSchema),
  }),
};
