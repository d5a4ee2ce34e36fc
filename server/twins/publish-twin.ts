import { type TwinProblem, twinProblems } from '../../core/twin/twin.ts';
import { AppError, draftUnseen, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { sourcesInForce } from '../ports/sources-in-force.ts';
import type { VersionSummaryRecord } from '../ports/store/subject-store.ts';
import { existingTwin } from './read-twins.ts';
import { oneStepFlow } from './twin-version.ts';

/** Makes the draft the next immutable version, with the revision of every source in force now. */
export function publishTwin(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  twinId: string,
  input: { note?: string; revision?: number },
): Promise<VersionSummaryRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const twin = await transaction.twins.lockDraft(twinId);
    if (!twin) throw notFound('twin');
    if (input.revision !== undefined && input.revision !== twin.draft.revision) {
      throw draftUnseen(twin.draft, input.revision);
    }
    const problems = twinProblems(twin.draft);
    if (problems.length > 0) {
      throw new AppError('twin_invalid', 'The draft cannot be published: mend its problems first.', { problems });
    }
    const { persona, knowledgeRules, styleRules } = twin.draft;
    const number = (twin.newestVersion ?? 0) + 1;
    const snapshot = { name: twin.name, number, persona, knowledgeRules, styleRules };
    const version = await transaction.twins.publish({
      id: ctx.ids.next('ver'),
      subjectId: twinId,
      content: oneStepFlow(twinId, snapshot, await sourcesInForce(transaction.sources)),
      note: input.note ?? null,
      at: ctx.clock.now(),
      by: actor,
    });
    await audit(ctx, transaction, actor, { action: 'twin.published', subjectId: version.id, fields: ['version'] });
    return version;
  });
}

/** What would keep the draft from being published now. */
export function validateTwinDraft(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  twinId: string,
): Promise<{ problems: TwinProblem[] }> {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const { draft } = await existingTwin(reader.twins, twinId);
    return { problems: twinProblems(draft) };
  });
}
