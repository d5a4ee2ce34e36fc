import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
import { brainKindSchema } from '../core/session/session-event.ts';
import { citationSchema } from '../core/twin/citation.ts';
import { personaSchema, ruleOriginSchema, twinContentSchema, twinLimits } from '../core/twin/twin.ts';
import { idParam, idParams } from './common.ts';
import { behaviorShape, sourceAccessMapSchema } from './deployment-settings.ts';
import { endpoint } from './endpoint.ts';
import { fieldChangeSchema, subjectEndpoints, subjectWithDraft, versionSummarySchema } from './subjects.ts';

export const twinSchema = subjectWithDraft(twinContentSchema.shape);
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

const ruleChangeSchema = z.object({
  ruleId: z.string(),
  kind: z.enum(['knowledge', 'style']),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(fieldChangeSchema),
});
/** A source that one side has and the other has not, or has at another revision. */
const sourceChangeSchema = z.object({
  sourceId: z.string(),
  /** Null once the source is deleted. */
  name: z.nullable(z.string()),
  change: z.enum(['added', 'removed', 'changed']),
  before: z.optional(z.int()),
  after: z.optional(z.int()),
});
export const twinDiffSchema = z.object({
  persona: z.array(fieldChangeSchema),
  rules: z.array(ruleChangeSchema),
  /** `knowledgeRules.order` and `styleRules.order`, by ids, where rules that both sides have moved. */
  order: z.array(fieldChangeSchema),
  /** The revisions of sources in force: of a version as it was published, of the draft as they are now. */
  sources: z.array(sourceChangeSchema),
});
export type TwinDiffReply = z.infer<typeof twinDiffSchema>;
z.globalRegistry.add(twinDiffSchema, { id: 'TwinDiff' });

const saidSchema = z.strictObject({
  from: z.enum(['visitor', 'twin']),
  text: z.string().check(z.maxLength(16_000)),
});
const triedQuestionSchema = z.strictObject({
  question: z.string().check(z.minLength(1), z.maxLength(16_000)),
  transcript: z.optional(z.array(saidSchema).check(z.maxLength(100))),
  /**
   * A deployment to try as. What follows and is absent is as it stands there, and so are its calls to action and
   * whether it collects email; the caller must be allowed to read deployments.
   */
  deploymentId: z.optional(idParam),
  /** Which sources may be used and how; without a deployment every global source is `mentioned` when absent. */
  sources: z.optional(sourceAccessMapSchema),
  goal: z.optional(behaviorShape.goal),
  instructions: z.optional(behaviorShape.instructions),
  /** Allowed in answers; without a deployment `language` alone when absent. */
  languages: z.optional(behaviorShape.languages),
  /** The visitor's; the first allowed one where it is absent or not allowed. */
  language: z.optional(languageSchema),
});
const triedReplySchema = z.object({
  by: brainKindSchema,
  text: z.string(),
  citations: z.array(citationSchema),
  suggestions: z.array(z.string()),
  /** Calls to action that are shown below it. */
  actions: z.array(z.object({ actionId: z.string(), label: z.string(), url: z.string(), description: z.string() })),
  asksEmail: z.boolean(),
  offersEnd: z.boolean(),
  /** Whether it hands the talk to a human. */
  handsOff: z.boolean(),
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

const write = { kind: 'owner', scope: 'twins:write' } as const;
const tag = 'Twins';
const base = '/api/v1/twins';
const draftLimit = 4 * 1024 * 1024;
const at = subjectEndpoints({
  area: 'twins',
  tag,
  subject: twinSchema,
  version: twinVersionSchema,
  diff: twinDiffSchema,
  content: {
    persona: personaSchema,
    knowledgeRules: z.optional(twinContentSchema.shape.knowledgeRules),
    styleRules: z.optional(twinContentSchema.shape.styleRules),
  },
  draftLimitBytes: draftLimit,
});

export const twinEndpoints = {
  listTwins: at.list('listTwins', 'List twins, newest first'),
  createTwin: at.create('createTwin', 'Create a twin with an empty draft'),
  getTwin: at.get('getTwin', 'Read a twin with its draft'),
  renameTwin: at.rename('renameTwin', 'Rename a twin'),
  deleteTwin: at.remove('deleteTwin', 'Delete a twin that no deployment and no flow uses'),
  saveTwinDraft: at.saveDraft('saveTwinDraft'),
  validateTwinDraft: at.validateDraft('validateTwinDraft'),
  restoreTwinVersion: at.restoreVersion('restoreTwinVersion'),
  publishTwinVersion: at.publishVersion('publishTwinVersion'),
  listTwinVersions: at.listVersions('listTwinVersions'),
  getTwinVersion: at.getVersion('getTwinVersion'),
  diffTwinVersions: at.diffVersions('diffTwinVersions'),
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
