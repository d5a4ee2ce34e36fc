import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
import { brainKindSchema } from '../core/session/session-event.ts';
import { citationSchema } from '../core/twin/citation.ts';
import { personaSchema, ruleOriginSchema, twinContentSchema, twinLimits } from '../core/twin/twin.ts';
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
import { sourceAccessMapSchema } from './deployment-settings.ts';
import { endpoint } from './endpoint.ts';
import { versionSummarySchema } from './flows.ts';
import { problemItemSchema } from './problem.ts';

const authorSchema = z.nullable(
  z.object({ kind: z.enum(['member', 'apiKey', 'system']), id: z.nullable(z.string()), name: z.string() }),
);

export const twinSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  draftRevision: z.int(),
  newestVersion: z.nullable(z.int()),
});
export type TwinSummary = z.infer<typeof twinSummarySchema>;
export const twinSchema = z.object({
  ...twinSummarySchema.shape,
  draft: z.object({
    revision: z.int(),
    ...twinContentSchema.shape,
    updatedAt: z.string(),
    updatedBy: authorSchema,
  }),
});
export type TwinReply = z.infer<typeof twinSchema>;
z.globalRegistry.add(twinSchema, { id: 'Twin' });

export const twinVersionSchema = z.object({
  ...versionSummarySchema.shape,
  ...twinContentSchema.shape,
  /** The revision of each source in force when it was published. */
  sources: z.record(z.string(), z.int()),
});
export type TwinVersionReply = z.infer<typeof twinVersionSchema>;
z.globalRegistry.add(twinVersionSchema, { id: 'TwinVersion' });

const saidSchema = z.strictObject({
  from: z.enum(['visitor', 'twin']),
  text: z.string().check(z.maxLength(16_000)),
});
const triedQuestionSchema = z.strictObject({
  question: z.string().check(z.minLength(1), z.maxLength(16_000)),
  transcript: z.optional(z.array(saidSchema).check(z.maxLength(100))),
  /** Which sources may be used and how; every global source as `mentioned` when absent. */
  sources: z.optional(sourceAccessMapSchema),
  goal: z.optional(z.string().check(z.maxLength(16_000))),
  instructions: z.optional(z.string().check(z.maxLength(16_000))),
  language: z.optional(languageSchema),
});
const triedReplySchema = z.object({
  by: brainKindSchema,
  text: z.string(),
  citations: z.array(citationSchema),
  suggestions: z.array(z.string()),
  /** Why the first choice of brain did not answer. */
  notice: z.optional(z.string()),
  /** What was found for the question, best first, used or not. */
  passages: z.array(
    z.object({
      sourceId: z.string(),
      revision: z.int(),
      number: z.int(),
      title: z.string(),
      headings: z.array(z.string()),
      page: z.nullable(z.int()),
      text: z.string(),
      score: z.number(),
      confidence: z.number(),
      access: z.enum(['mentioned', 'internal']),
    }),
  ),
});
export type TriedReply = z.infer<typeof triedReplySchema>;
z.globalRegistry.add(triedReplySchema, { id: 'TriedReply' });

const ruleProposalSchema = z.object({
  kind: z.enum(['knowledge', 'style']),
  text: z.string(),
  /** Kept by the rule, once it is accepted. */
  origin: ruleOriginSchema,
  /** Of the passage it was read from: its source, where it stands there, and what it says. */
  title: z.string(),
  headings: z.array(z.string()),
  quote: z.string(),
});
export type RuleProposal = z.infer<typeof ruleProposalSchema>;
z.globalRegistry.add(ruleProposalSchema, { id: 'RuleProposal' });

/** Sources that rules are proposed from at once. */
export const proposalSourceLimit = 10;

const read = { kind: 'owner', scope: 'twins:read' } as const;
const write = { kind: 'owner', scope: 'twins:write' } as const;
const tag = 'Twins';
const base = '/api/v1/twins';
const draftLimit = 4 * 1024 * 1024;

export const twinEndpoints = {
  listTwins: endpoint({
    id: 'listTwins',
    method: 'GET',
    path: base,
    summary: 'List twins, newest first',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(twinSummarySchema),
  }),
  createTwin: endpoint({
    id: 'createTwin',
    method: 'POST',
    path: base,
    summary: 'Create a twin with an empty draft',
    tag,
    auth: write,
    body: z.strictObject({ name: nameSchema }),
    status: 201,
    reply: twinSchema,
  }),
  getTwin: endpoint({
    id: 'getTwin',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Read a twin with its draft',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: twinSchema,
  }),
  renameTwin: endpoint({
    id: 'renameTwin',
    method: 'PATCH',
    path: `${base}/:id`,
    summary: 'Rename a twin',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ name: nameSchema }),
    status: 200,
    reply: twinSchema,
  }),
  deleteTwin: endpoint({
    id: 'deleteTwin',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Delete a twin that no deployment and no flow uses',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  saveTwinDraft: endpoint({
    id: 'saveTwinDraft',
    method: 'PUT',
    path: `${base}/:id/draft`,
    summary: 'Replace the draft; the revision must be the one that was read',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({
      revision: numberSchema,
      persona: personaSchema,
      knowledgeRules: z.optional(twinContentSchema.shape.knowledgeRules),
      styleRules: z.optional(twinContentSchema.shape.styleRules),
    }),
    status: 200,
    reply: z.object({ revision: z.int(), updatedAt: z.string() }),
    bodyLimitBytes: draftLimit,
  }),
  validateTwinDraft: endpoint({
    id: 'validateTwinDraft',
    method: 'GET',
    path: `${base}/:id/draft/problems`,
    summary: 'What would keep the draft from being published',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: z.object({ problems: z.array(problemItemSchema) }),
  }),
  restoreTwinVersion: endpoint({
    id: 'restoreTwinVersion',
    method: 'POST',
    path: `${base}/:id/draft/restore`,
    summary: 'Put a version back into the draft',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ revision: numberSchema, number: numberSchema }),
    status: 200,
    reply: twinSchema,
  }),
  publishTwinVersion: endpoint({
    id: 'publishTwinVersion',
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
  listTwinVersions: endpoint({
    id: 'listTwinVersions',
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
  getTwinVersion: endpoint({
    id: 'getTwinVersion',
    method: 'GET',
    path: `${base}/:id/versions/:number`,
    summary: 'Read a version',
    tag,
    auth: read,
    params: z.strictObject({ id: idParam, number: wholeNumberParam }),
    status: 200,
    reply: twinVersionSchema,
  }),
  tryTwin: endpoint({
    id: 'tryTwin',
    method: 'POST',
    path: `${base}/:id/replies`,
    summary: 'Ask the draft a question, with the passages found for it; nothing is stored',
    tag,
    auth: write,
    params: idParams,
    body: triedQuestionSchema,
    status: 200,
    reply: triedReplySchema,
    bodyLimitBytes: draftLimit,
  }),
  proposeRules: endpoint({
    id: 'proposeRules',
    method: 'POST',
    path: `${base}/:id/rules/proposals`,
    summary: 'Have the model propose rules from sources; nothing is stored: save those you accept with the draft',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({
      sourceIds: z.array(idParam).check(z.minLength(1), z.maxLength(proposalSourceLimit)),
    }),
    status: 200,
    reply: z.object({ proposals: z.array(ruleProposalSchema).check(z.maxLength(twinLimits.proposedRules)) }),
  }),
};
