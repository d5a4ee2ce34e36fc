import type { RuleProposal } from '../../contract/twins.ts';
import type { TwinContent } from '../../core/twin/twin.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { DistilledRule, TextToDistill } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import { askInTurn } from './ask-in-turn.ts';
import { newRules } from './new-rules.ts';
import { passagesToDistill } from './passages-to-distill.ts';
import { existingTwin } from './read-twins.ts';

const distillingMs = 120_000;

type Proposing = Pick<Context, 'store' | 'brains' | 'log' | 'metrics'>;

/** Has the workspace's model propose rules that the draft does not have yet. Nothing is stored: the owner accepts. */
export async function proposeRules(
  ctx: Proposing,
  actor: Actor,
  twinId: string,
  sourceIds: readonly string[],
): Promise<{ proposals: RuleProposal[] }> {
  const { workspaceId } = actor;
  const { twin, passages } = await ctx.store.read(workspaceId, async ({ twins, sources }) => ({
    twin: (await existingTwin(twins, twinId)).draft,
    passages: await passagesToDistill(sources, sourceIds),
  }));
  const rules = await distill(ctx, workspaceId, { twin: contentOf(twin), passages });
  const proposals = rules.flatMap(({ kind, text, passage }) => {
    const from = passages[passage];
    if (!from) return [];
    const { sourceId, revision, number, title, headings } = from;
    return [{ kind, text, origin: { sourceId, revision, number }, title, headings: [...headings], quote: from.text }];
  });
  return { proposals: newRules(proposals, [...twin.knowledgeRules, ...twin.styleRules]) };
}

function contentOf({ persona, knowledgeRules, styleRules }: TwinContent): TwinContent {
  return { persona, knowledgeRules, styleRules };
}

/** Asks one model after the other until one proposes. */
async function distill(ctx: Proposing, workspaceId: string, text: TextToDistill): Promise<DistilledRule[]> {
  const { brains } = await ctx.brains.of(workspaceId);
  const writers = brains.flatMap(({ name, kind, distill }) => (distill ? [{ name, kind, distill }] : []));
  if (writers.length === 0) {
    throw new AppError(
      'not_available',
      'Rules are proposed by a model, and none is set. Set one in Settings › Models, or write rules by hand.',
    );
  }
  if (text.passages.length === 0) return [];
  const signal = AbortSignal.timeout(distillingMs);
  const { done, failures } = await askInTurn(ctx, writers, 'propose rules', (writer) => writer.distill(text, signal));
  if (done) return done.result;
  throw new AppError('unavailable', `No rules could be proposed: ${failures.join(' ')} Try again in a moment.`);
}
