import { sql } from 'kysely';
import type { AccessStore, ReplyClaim } from '../../ports/store/workspace-store.ts';
import type { Confined, Database } from './database.ts';

const keptMs = 24 * 60 * 60 * 1000;
/** A request that has not answered by then is taken for dead. */
const claimLastsMs = 60 * 1000;

/** Answers of requests that carried an `Idempotency-Key`. A row without a status is a claim. */
export function replyMemory(database: Database): Pick<AccessStore, 'claimReply' | 'rememberReply' | 'abandonReply'> {
  return {
    claimReply: (claim) =>
      database.inWorkspace(claim.workspaceId, 'read write', async (confined) => {
        if (await takeClaim(confined, claim)) return { kind: 'taken' };
        const found = await replies(confined, claim).executeTakeFirst();
        if (!found || found.status === null || found.body === null) return { kind: 'running' };
        return { kind: 'answered', requestHash: found.request_hash, status: found.status, body: found.body };
      }),
    rememberReply: ({ status, body, ...claim }) =>
      database.inWorkspace(claim.workspaceId, 'read write', async ({ db }) => {
        await db
          .insertInto('idempotent_reply')
          .values({ ...asRow(claim), status, body })
          .onConflict((conflict) =>
            conflict
              .columns(['workspace_id', 'actor_id', 'key'])
              .doUpdateSet({ ...asRow(claim), status, body })
              .where('idempotent_reply.status', 'is', null),
          )
          .execute();
      }),
    abandonReply: (claim) =>
      database.inWorkspace(claim.workspaceId, 'read write', async ({ db }) => {
        await db
          .deleteFrom('idempotent_reply')
          .where('workspace_id', '=', claim.workspaceId)
          .where('actor_id', '=', claim.actorId)
          .where('key', '=', claim.key)
          .where('status', 'is', null)
          .where('at', '=', claim.at)
          .execute();
      }),
  };
}

async function takeClaim({ db }: Confined, claim: ReplyClaim): Promise<boolean> {
  const deadBefore = new Date(claim.at.getTime() - claimLastsMs);
  const forgottenBefore = new Date(claim.at.getTime() - keptMs);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotent_reply')
    .values({ ...asRow(claim), status: null, body: null })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'actor_id', 'key'])
        .doUpdateSet({ ...asRow(claim), status: null, body: null })
        .where(
          sql<boolean>`idempotent_reply.at <= CASE WHEN idempotent_reply.status IS NULL
            THEN ${deadBefore}::timestamptz ELSE ${forgottenBefore}::timestamptz END`,
        ),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function replies({ db }: Confined, { workspaceId, actorId, key }: ReplyClaim) {
  return db
    .selectFrom('idempotent_reply')
    .select(['request_hash', 'status', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('actor_id', '=', actorId)
    .where('key', '=', key);
}

function asRow({ workspaceId, actorId, key, requestHash, at }: ReplyClaim) {
  return { workspace_id: workspaceId, actor_id: actorId, key, request_hash: requestHash, at };
}
