import type { TriedReply } from '../../contract/twins.ts';
import type { AccessBySource } from '../../core/twin/source-access.ts';
import type { Actor } from '../ports/actor.ts';
import type { Said } from '../ports/brain.ts';
import type { UsableSource } from '../ports/store/source-store.ts';
import { modelsAtHand } from './models-at-hand.ts';
import { existingTwin } from './read-twins.ts';
import { type Answering, writeAnswer } from './write-answer.ts';

export interface TriedQuestion {
  readonly question: string;
  readonly transcript?: readonly Said[];
  readonly sources?: AccessBySource;
  readonly goal?: string;
  readonly instructions?: string;
  readonly language?: string;
}

const answerMs = 120_000;

/** Asks the twin's draft a question as its author; nothing is stored. */
export async function tryTwin(ctx: Answering, actor: Actor, twinId: string, tried: TriedQuestion): Promise<TriedReply> {
  const { workspaceId } = actor;
  const [{ twin, sources }, models] = await Promise.all([
    ctx.store.read(workspaceId, async (reader) => ({
      twin: await existingTwin(reader.twins, twinId),
      sources: await reader.sources.usable(null),
    })),
    modelsAtHand(ctx, workspaceId),
  ]);
  const { persona, knowledgeRules, styleRules } = twin.draft;
  const access = tried.sources ?? everySource(sources);
  const language = tried.language ?? 'en';
  const answer = await writeAnswer(
    ctx,
    models,
    {
      workspaceId,
      twin: { name: twin.name, number: 0, persona, knowledgeRules, styleRules },
      goal: tried.goal ?? '',
      instructions: tried.instructions ? [tried.instructions] : [],
      language,
      languages: [language],
      transcript: tried.transcript ?? [],
      access: { atBeginning: access, now: access },
      recorded: null,
      personId: null,
      sources,
      actions: [],
      mayAskEmail: false,
      exits: [],
      variables: [],
    },
    tried.question,
    { piece: () => {}, restart: () => {} },
    AbortSignal.timeout(answerMs),
  );
  return {
    by: answer.by,
    text: answer.text,
    citations: [...answer.citations],
    suggestions: [...answer.suggestions],
    ...(answer.notice !== undefined && { notice: answer.notice }),
    passages: answer.found.map((passage) => ({ ...passage, headings: [...passage.headings] })),
  };
}

function everySource(sources: readonly UsableSource[]): AccessBySource {
  return Object.fromEntries(sources.map(({ sourceId }) => [sourceId, 'mentioned' as const]));
}
