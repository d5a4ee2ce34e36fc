import type { Selectable } from 'kysely';
import type {
  SessionFilter,
  SessionReader,
  SessionRecord,
  SessionSummaryRecord,
  SessionWriter,
} from '../../ports/store/session-store.ts';
import type { Confined } from './database.ts';
import { decisionsQuery, presentDecision } from './decision-records.ts';
import { keysetPage } from './keyset-page.ts';
import { presentEvent } from './present-event.ts';
import type { Tables } from './tables.ts';

export function sessionReader(confined: Confined): SessionReader {
  return {
    list: (filter, page) =>
      keysetPage(
        filtered(summaries(confined), filter),
        {
          key: 'session.started_at',
          tie: 'session.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.started_at.toISOString(), row.id],
        },
        page,
        presentSummary,
      ),
    find: (id) => findSession(confined, id),
  };
}

export function sessionWriter(confined: Confined): SessionWriter {
  return {
    ...sessionReader(confined),
    saveEvaluation: (sessionId, outcome, at, replace) => saveEvaluation(confined, sessionId, outcome, at, replace),
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

async function findSession(confined: Confined, id: string): Promise<SessionRecord | null> {
  const { db, workspaceId } = confined;
  const row = await summaries(confined)
    .select(['session.state', 'session.decision_id', 'deployment_revision.settings'])
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

function summaries({ db, workspaceId }: Confined) {
  return db
    .selectFrom('session')
    .innerJoin('deployment', 'deployment.id', 'session.deployment_id')
    .innerJoin('deployment_revision', 'deployment_revision.id', 'session.deployment_revision_id')
    .leftJoin('evaluation', 'evaluation.session_id', 'session.id')
    .select([
      'session.id',
      'session.deployment_id',
      'deployment.name as deployment_name',
      'deployment_revision.revision as deployment_revision',
      'session.version_id',
      'session.version_number',
      'session.kind',
      'session.status',
      'session.end_reason',
      'session.mode',
      'session.language',
      'session.person_id',
      'session.unit_key',
      'session.started_at',
      'session.last_event_at',
      'session.ended_at',
      'session.message_count',
      'evaluation.outcome as evaluation_outcome',
      'evaluation.reason as evaluation_reason',
      'evaluation.judged_by as evaluation_by',
      'evaluation.at as evaluation_at',
    ])
    .where('session.workspace_id', '=', workspaceId);
}

function filtered(query: ReturnType<typeof summaries>, filter: SessionFilter): ReturnType<typeof summaries> {
  const { deployment, status, outcome, mode, kind, version, unitKey, person, from, to } = filter;
  return query
    .$if(deployment !== undefined, (q) => q.where('session.deployment_id', '=', deployment ?? ''))
    .$if(status !== undefined, (q) => q.where('session.status', '=', status ?? 'active'))
    .$if(outcome !== undefined, (q) => q.where('session.outcome', '=', outcome ?? ''))
    .$if(mode !== undefined, (q) => q.where('session.mode', '=', mode ?? 'chat'))
    .$if(kind !== undefined, (q) => q.where('session.kind', '=', kind ?? 'live'))
    .$if(version !== undefined, (q) => q.where('session.version_number', '=', version ?? 0))
    .$if(unitKey !== undefined, (q) => q.where('session.unit_key', '=', unitKey ?? ''))
    .$if(person !== undefined, (q) => q.where('session.person_id', '=', person ?? ''))
    .$if(from !== undefined, (q) => q.where('session.started_at', '>=', new Date(from ?? 0)))
    .$if(to !== undefined, (q) => q.where('session.started_at', '<', new Date(to ?? 0)));
}

type Session = Selectable<Tables['session']>;
type Evaluation = Selectable<Tables['evaluation']>;
type SummaryRow = Omit<
  Session,
  'workspace_id' | 'deployment_revision_id' | 'decision_id' | 'unit_namespace' | 'outcome' | 'state'
> & {
  deployment_name: string;
  deployment_revision: number;
  evaluation_outcome: Evaluation['outcome'] | null;
  evaluation_reason: string | null;
  evaluation_by: Evaluation['judged_by'] | null;
  evaluation_at: Date | null;
};

function presentSummary(row: SummaryRow): SessionSummaryRecord {
  return {
    id: row.id,
    deployment: { id: row.deployment_id, name: row.deployment_name, revision: row.deployment_revision },
    version: { id: row.version_id, number: row.version_number },
    kind: row.kind,
    status: row.status,
    endReason: row.end_reason,
    mode: row.mode,
    language: row.language,
    personId: row.person_id,
    unitKey: row.unit_key,
    startedAt: row.started_at.toISOString(),
    lastEventAt: row.last_event_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    messageCount: row.message_count,
    evaluation: presentEvaluation(row),
  };
}

function presentEvaluation(row: SummaryRow): SessionSummaryRecord['evaluation'] {
  const { evaluation_outcome: outcome, evaluation_reason: reason, evaluation_by: by, evaluation_at: at } = row;
  if (!outcome || reason === null || !by || !at) return null;
  return { outcome, reason, by, at: at.toISOString() };
}
