import type { Database } from './database.ts';

/** The `seq` under which a client message was accepted before; null when it is new. */
export async function acceptedSeq(
  database: Database,
  sessionId: string,
  clientMessageId: string,
): Promise<number | null> {
  const [row] = await database.call<{ accepted_seq: number | null }>('accepted_seq', [sessionId, clientMessageId]);
  return row?.accepted_seq ?? null;
}
