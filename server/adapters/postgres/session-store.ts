import type { SessionReader, SessionRecord, SessionWriter } from '../../ports/store/session-store.ts';
import type { Confined } from './database.ts';
import { decisionsQuery, presentDecision } from './decision-records.ts';
import { keysetPage } from './keyset-page.ts';
import { presentEvent } from './present-event.ts';
import { filterSessions, presentSummary, sessionSummaries } from './session-summaries.ts';
import { hasWords } from './words.ts';

export function sessionReader(confined: Confined): SessionReader {
  return {
    list: async ({ q, ...filter }, page, memberId) => {
      const sessions = filterSessions(sessionSummaries(confined, memberId), confined, filter, memberId);
      const found = q === undefined ? undefined : await hasWords(confined, 'session.id', 'session_words', q);
      return keysetPage(
        found === undefined ? sessions : sessions.where(found),
        {
          key: 'session.started_at',
          tie: 'session.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.started_at.toISOString(), row.id],
        },
        page,
        presentSummary,
      );
    },
    find: (id, memberId) => findSession(confined, id, memberId),
  };
}

export function sessionWriter(confined: Confined): SessionWriter {
  return {
    ...sessionReader(confined),
    saveEvaluation: (sessionId, outcome, at, replace) => saveEvaluation(confined, sessionId, outcome, at, replace),
    markRead: (sessionId, memberId, at) => markRead(confined, sessionId, memberId, at),
    markUnread: (sessionId, memberId) => markUnread(confined, sessionId, memberId),
  };
}

async function saveEvaluation(
  { db, workspaceId }: Confined,
  ...[sessionId, { outcome, reason, by }, at, replace]: Parameters<SessionWriter['saveEvaluation']>
): Promise<boolean> {
  const judged = { outcome, reason, judged_by: by, at };
  const session = db.selectFrom('session').where('id', '=', sessionId).where('workspace_id', '=', workspaceId);
  if (!(await session.select('id').forUpdate().executeTakeFirst())) return false;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('evaluation')
    .values({ session_id: sessionId, workspace_id: workspaceId, ...judged })
    .onConflict((conflict) => {
      const taken = conflict.column('session_id');
      return replace ? taken.doUpdateSet(judged) : taken.doNothing();
    })
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await db.updateTable('session').set({ outcome }).where('id', '=', sessionId).execute();
  return true;
}

async function markRead(
  confined: Confined,
  ...[sessionId, memberId, at]: Parameters<SessionWriter['markRead']>
): Promise<boolean> {
  const { db, workspaceId } = confined;
  if (!(await isThere(confined, sessionId))) return false;
  await db
    .insertInto('session_read')
    .values({ workspace_id: workspaceId, user_id: memberId, session_id: sessionId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

async function markUnread(
  confined: Confined,
  ...[sessionId, memberId]: Parameters<SessionWriter['markUnread']>
): Promise<boolean> {
  const { db, workspaceId } = confined;
  const marks = db.deleteFrom('session_read').where('workspace_id', '=', workspaceId).where('user_id', '=', memberId);
  await marks.where('session_id', '=', sessionId).execute();
  return isThere(confined, sessionId);
}

/** Keeps the row from going away meanwhile. */
async function isThere({ db, workspaceId }: Confined, sessionId: string): Promise<boolean> {
  const session = db.selectFrom('session').select('id').where('id', '=', sessionId);
  return (await session.where('workspace_id', '=', workspaceId).forKeyShare().executeTakeFirst()) !== undefined;
}

async function findSession(
  confined: Confined,
  id: string,
  memberId: string | undefined,
): Promise<SessionRecord | null> {
  const { db, workspaceId } = confined;
  const row = await sessionSummaries(confined, memberId)
    .select(['session_state.state', 'session.decision_id', 'deployment_revision.settings'])
    .where('session.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const events = await db
    .selectFrom('session_event')
    .select(['seq', 'at', 'type', 'payload'])
    .where('session_id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .orderBy('seq')
    .execute();
  const decision = row.decision_id
    ? await decisionsQuery(confined).where('rollout_decision.id', '=', row.decision_id).executeTakeFirst()
    : undefined;
  return {
    ...presentSummary(row),
    state: row.state,
    settings: row.settings,
    decision: decision ? presentDecision(decision) : null,
    events: events.map(presentEvent),
  };
}
