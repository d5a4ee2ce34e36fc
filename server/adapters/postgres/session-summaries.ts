import { type Selectable, sql } from 'kysely';
import type { SessionFilter, SessionSummaryRecord } from '../../ports/store/session-store.ts';
import type { SubjectKind } from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';
import type { Tables } from './tables.ts';

/** Sessions as lists show them. `unread` is the given member's; nobody's when there is none. */
export function sessionSummaries({ db, workspaceId }: Confined, memberId: string | undefined) {
  return db
    .selectFrom('session')
    .innerJoin('session_state', 'session_state.session_id', 'session.id')
    .innerJoin('deployment', 'deployment.id', 'session.deployment_id')
    .innerJoin('deployment_revision', 'deployment_revision.id', 'session.deployment_revision_id')
    .leftJoin('person', 'person.id', 'session.person_id')
    .leftJoin('evaluation', 'evaluation.session_id', 'session.id')
    .select([
      'session.id',
      'session.deployment_id',
      'deployment.name as deployment_name',
      'deployment_revision.revision as deployment_revision',
      'deployment.subject_kind',
      'deployment.subject_id',
      subjectName.as('subject_name'),
      'session.version_id',
      'session.version_number',
      'session.kind',
      'session.status',
      'session.end_reason',
      'session.mode',
      'session.language',
      'session.person_id',
      'person.name as person_name',
      'session.unit_key',
      'session.started_at',
      'session_state.last_event_at',
      'session.ended_at',
      'session_state.message_count',
      'evaluation.outcome as evaluation_outcome',
      'evaluation.reason as evaluation_reason',
      'evaluation.judged_by as evaluation_by',
      'evaluation.at as evaluation_at',
      firstMessage.as('preview'),
      isUnread(workspaceId, memberId).as('unread'),
    ])
    .where('session.workspace_id', '=', workspaceId);
}

/** Looked up for the rows of a page alone, not for all that are passed over on the way to them. */
const subjectName = sql<string>`coalesce(
  (SELECT name FROM flow WHERE flow.id = deployment.subject_id),
  (SELECT name FROM twin WHERE twin.id = deployment.subject_id),
  (SELECT name FROM version WHERE version.id = session.version_id))`;

const firstMessage = sql<string | null>`(
  SELECT left(e.payload ->> 'text', 200) FROM session_event e
  WHERE e.session_id = session.id AND e.type = 'message' AND e.payload ->> 'from' = 'visitor'
  ORDER BY e.seq LIMIT 1)`;

function isUnread(workspaceId: string, memberId: string | undefined) {
  if (memberId === undefined) return sql<boolean>`false`;
  return sql<boolean>`(${sinceJoined(workspaceId, memberId)} AND NOT ${isRead(workspaceId, memberId)})`;
}

/** Written as a scalar, so that the index on `started_at` bounds how far a list is walked. */
function sinceJoined(workspaceId: string, memberId: string) {
  return sql<boolean>`session.started_at >= coalesce((
    SELECT joined_at FROM member WHERE workspace_id = ${workspaceId} AND user_id = ${memberId}), 'infinity')`;
}

function isRead(workspaceId: string, memberId: string) {
  return sql<boolean>`EXISTS (
    SELECT FROM session_read r
    WHERE r.workspace_id = ${workspaceId} AND r.user_id = ${memberId} AND r.session_id = session.id)`;
}

type Summaries = ReturnType<typeof sessionSummaries>;

/** Only the sessions that a list asks for. */
export function filterSessions(
  query: Summaries,
  { workspaceId }: Confined,
  filter: Omit<SessionFilter, 'q'>,
  memberId: string | undefined,
): Summaries {
  const { deployment, status, outcome, endReason, mode, language, kind, version, unitKey, person } = filter;
  const { from, to, unread } = filter;
  let found = query;
  if (deployment !== undefined) found = found.where('session.deployment_id', '=', deployment);
  if (status !== undefined) found = found.where('session.status', '=', status);
  if (outcome !== undefined) found = found.where('session.outcome', '=', outcome);
  if (endReason !== undefined) found = found.where('session.end_reason', '=', endReason);
  if (mode !== undefined) found = found.where('session.mode', '=', mode);
  if (language !== undefined) found = found.where('session.language', '=', language);
  if (kind !== undefined) found = found.where('session.kind', '=', kind);
  if (version !== undefined) found = found.where('session.version_number', '=', version);
  if (unitKey !== undefined) found = found.where('session.unit_key', '=', unitKey);
  if (person !== undefined) found = found.where('session.person_id', '=', person);
  if (from !== undefined) found = found.where('session.started_at', '>=', new Date(from));
  if (to !== undefined) found = found.where('session.started_at', '<', new Date(to));
  if (unread !== undefined) found = onlyUnread(found, unread, workspaceId, memberId);
  return found;
}

/** The two conditions stay apart, so that the first one bounds the walk. */
function onlyUnread(query: Summaries, unread: boolean, workspaceId: string, memberId: string | undefined): Summaries {
  if (memberId === undefined) return unread ? query.where(sql<boolean>`false`) : query;
  if (!unread) return query.where(sql<boolean>`NOT ${isUnread(workspaceId, memberId)}`);
  return query.where(sinceJoined(workspaceId, memberId)).where(sql<boolean>`NOT ${isRead(workspaceId, memberId)}`);
}

type Session = Selectable<Tables['session']>;
type State = Selectable<Tables['session_state']>;
type Evaluation = Selectable<Tables['evaluation']>;
type SummaryRow = Omit<
  Session,
  'workspace_id' | 'deployment_revision_id' | 'decision_id' | 'unit_namespace' | 'outcome'
> &
  Pick<State, 'last_event_at' | 'message_count'> & {
    deployment_name: string;
    deployment_revision: number;
    subject_kind: SubjectKind;
    subject_id: string;
    subject_name: string;
    person_name: string | null;
    evaluation_outcome: Evaluation['outcome'] | null;
    evaluation_reason: string | null;
    evaluation_by: Evaluation['judged_by'] | null;
    evaluation_at: Date | null;
    preview: string | null;
    unread: boolean;
  };

export function presentSummary(row: SummaryRow): SessionSummaryRecord {
  return {
    id: row.id,
    deployment: { id: row.deployment_id, name: row.deployment_name, revision: row.deployment_revision },
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    version: { id: row.version_id, number: row.version_number },
    kind: row.kind,
    status: row.status,
    endReason: row.end_reason,
    mode: row.mode,
    language: row.language,
    personId: row.person_id,
    personName: row.person_name,
    unitKey: row.unit_key,
    startedAt: row.started_at.toISOString(),
    lastEventAt: row.last_event_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    messageCount: row.message_count,
    preview: row.preview,
    unread: row.unread,
    evaluation: presentEvaluation(row),
  };
}

function presentEvaluation(row: SummaryRow): SessionSummaryRecord['evaluation'] {
  const { evaluation_outcome: outcome, evaluation_reason: reason, evaluation_by: by, evaluation_at: at } = row;
  if (!outcome || reason === null || !by || !at) return null;
  return { outcome, reason, by, at: at.toISOString() };
}
