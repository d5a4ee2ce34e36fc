import pg from 'pg';
import type { TurnCommit, TurnResult, TurnStore } from '../../ports/store/turn-store.ts';
import { acceptedSeq } from './accepted-seq.ts';
import { batched } from './batched.ts';
import type { Database } from './database.ts';
import { writtenTurn } from './written-turn.ts';

/**
 * Commits turns, each whole or not at all. Those of one workspace that are ready while others are being committed
 * share the next statement: one round trip and one wait for the disk instead of many.
 */
export function commitTurns(database: Database): TurnStore['commit'] {
  const commitOne = batched<TurnCommit, TurnResult>({
    keyOf: companyOf,
    size: 64,
    concurrency: 4,
    mayBeOneItems: isRolledBack,
    work: (turns) => commitTogether(database, turns),
  });
  return async (turn) => {
    try {
      return await commitOne(turn);
    } catch (error) {
      return repeated(database, turn, error);
    }
  };
}

/** One that ends its session goes alone: what counts ends locks counters, in an order that holds for one session only. */
function companyOf({ session, state }: TurnCommit): string {
  return state.status === 'ended' ? session.id : session.workspaceId;
}

/** PostgreSQL itself reported the failure, so nothing was written. */
function isRolledBack(error: unknown): boolean {
  return error instanceof pg.DatabaseError || (error instanceof Error && error.cause instanceof pg.DatabaseError);
}

/** In the order of their sessions, so that two nodes never wait for each other's rows in a circle. */
async function commitTogether(database: Database, turns: readonly TurnCommit[]): Promise<TurnResult[]> {
  const ordered = turns.toSorted(({ session: a }, { session: b }) => Number(a.id > b.id) - Number(a.id < b.id));
  const workspaceId = ordered[0]?.session.workspaceId;
  const rows = await database.call<ResultRow>('commit_turns', [workspaceId, JSON.stringify(ordered.map(toCommit))]);
  const results = new Map(ordered.map((turn, index) => [turn, presentResult(rows[index])]));
  return turns.map((turn) => results.get(turn) ?? presentResult(undefined));
}

function toCommit(turn: TurnCommit): object {
  const { session, clientMessageId, completed } = turn;
  return {
    ...writtenTurn(session.id, turn),
    revision: session.revision,
    client_message_id: clientMessageId,
    completed_id: completed?.effectId,
    completed_holder: completed?.holder,
  };
}

/** A message seldom comes twice, so no turn looks for it: the index of client messages refuses the second one. */
async function repeated(database: Database, { session, clientMessageId }: TurnCommit, error: unknown) {
  const isTaken = error instanceof pg.DatabaseError && error.constraint === 'session_event_client_message';
  const seq = isTaken && clientMessageId ? await acceptedSeq(database, session.id, clientMessageId) : null;
  if (seq === null) throw error;
  return { kind: 'repeated', seq } as const;
}

/** `number` is the new revision of a committed turn and the event's seq of a repeated one. */
interface ResultRow {
  kind: TurnResult['kind'];
  number: number;
}

function presentResult(row: ResultRow | undefined): TurnResult {
  switch (row?.kind) {
    case 'committed':
      return { kind: 'committed', revision: row.number };
    case 'repeated':
      return { kind: 'repeated', seq: row.number };
    case 'stale':
    case 'leaseLost':
    case 'gone':
      return { kind: row.kind };
    default:
      throw new Error(`commit_turns answered ${row?.kind}, which is no result of a turn.`);
  }
}
