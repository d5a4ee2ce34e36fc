import type { DeploymentId, SessionId, VersionId, WorkspaceId } from '../../../core/ids.ts';
import type { AnsweredEffect } from '../../../core/session/effect.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { ClaimedEffect, TurnSession, TurnStore } from '../../ports/store/turn-store.ts';
import { acceptedSeq } from './accepted-seq.ts';
import { commitTurns } from './commit-turns.ts';
import type { Database } from './database.ts';
import { type EventRow, presentEvent } from './present-event.ts';

export function turnStore(database: Database): TurnStore {
  return {
    load: async (sessionId) => {
      const [row] = await database.call<LoadedRow>('load_turn', [sessionId]);
      return row?.workspace_id ? presentSession(sessionId, row) : null;
    },
    acceptedSeq: (sessionId, clientMessageId) => acceptedSeq(database, sessionId, clientMessageId),
    commit: commitTurns(database),
    eventsAfter: async (session, seq) => {
      const rows = await database.call<EventRow>('events_after', [session.workspaceId, session.id, seq]);
      return rows.map(presentEvent);
    },
    claimEffects: async ({ holder, now, until, limit }) => {
      const rows = await database.call<ClaimedRow>('claim_effects', [holder, now, until, limit]);
      return rows.map(presentClaimed);
    },
    renewLeases: async ({ holder, until, effects }) => {
      const sessionIds = effects.map((effect) => effect.sessionId);
      const effectIds = effects.map((effect) => effect.effectId);
      const rows = await database.call<{ session_id: string; effect_id: string }>('renew_leases', [
        holder,
        until,
        sessionIds,
        effectIds,
      ]);
      return rows.map((row) => `${row.session_id}/${row.effect_id}`);
    },
    releaseLeases: async (holder) => void (await database.call('release_leases', [holder])),
    inactiveSessions: async (now, limit) => {
      const rows = await database.call<{ id: string }>('inactive_sessions', [now, limit]);
      return rows.map((row) => row.id as SessionId);
    },
    effectBacklog: async (now) => {
      const [row] = await database.call<{ waiting: number; oldest_ms: number }>('effect_backlog', [now]);
      return { waiting: row?.waiting ?? 0, oldestMs: row?.oldest_ms ?? 0 };
    },
  };
}

interface LoadedRow {
  workspace_id: string | null;
  deployment_id: string;
  version_id: string;
  version_number: number;
  kind: TurnSession['kind'];
  revision: number;
  token_hash: string;
  token_expires_at: Date | null;
  state: SessionState;
}

function presentSession(id: string, row: LoadedRow): TurnSession {
  return {
    id: id as SessionId,
    workspaceId: row.workspace_id as WorkspaceId,
    deploymentId: row.deployment_id as DeploymentId,
    versionId: row.version_id as VersionId,
    versionNumber: row.version_number,
    kind: row.kind,
    revision: row.revision,
    tokenHash: row.token_hash,
    tokenExpiresAt: row.token_expires_at,
    state: row.state,
  };
}

interface ClaimedRow {
  session_id: string;
  workspace_id: string;
  payload: AnsweredEffect;
  attempts: number;
}

function presentClaimed(row: ClaimedRow): ClaimedEffect {
  return {
    sessionId: row.session_id as SessionId,
    workspaceId: row.workspace_id as WorkspaceId,
    effect: row.payload,
    attempts: row.attempts,
  };
}
