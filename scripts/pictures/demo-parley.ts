import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { scopes } from '../../contract/scopes.ts';
import { createApiKey } from '../../server/access/api-keys.ts';
import { ensureWorkspace, ownerLink } from '../../server/access/first-start.ts';
import { acceptInvitation } from '../../server/access/invitations.ts';
import { startEmbeddedPostgres } from '../../server/adapters/embedded-postgres/start-embedded-postgres.ts';
import { migrateJobs } from '../../server/adapters/graphile-worker/migrate-jobs.ts';
import { pinoLog } from '../../server/adapters/pino/logger.ts';
import { migrate } from '../../server/adapters/postgres/migrate.ts';
import { systemClock } from '../../server/adapters/system-clock/system-clock.ts';
import { compose } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { demoSteps } from '../../server/http/demo-steps.ts';
import { freePort } from '../../test/harness/free-port.ts';
import { ownerOf } from '../../test/harness/parley-client.ts';
import { playDemo } from './demo-history.ts';

export const demoOwner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'a long enough password' };
const hourMs = 60 * 60 * 1000;

/** A Parley with the demo and a month of conversations, in a folder that is gone afterwards. */
export async function startDemoParley(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-pictures-'));
  const database = await startEmbeddedPostgres({ dataDir });
  const pool = new pg.Pool({ ...database.poolConfig, max: 1 });
  await migrateJobs(pool);
  await migrate(pool);
  await pool.end();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const usual = readConfig({});
  if (!usual.ok) throw new Error('the settings of an empty environment are good');
  let behindMs = 0;
  const parley = await compose({
    ...usual.config,
    connection: database.poolConfig,
    isSoleNode: true,
    publicUrl: url,
    secretKey: 'the secret key of a demo nobody keeps',
    hasRateLimits: false,
    webRoot: join(import.meta.dirname, '../../dist'),
    log: pinoLog({ level: 'error' }),
    clock: { ...systemClock(), now: () => new Date(Date.now() - behindMs) },
  });
  behindMs = 31 * 24 * hourMs;
  const { actor } = await ensureWorkspace(parley.ctx);
  const token = (await ownerLink(parley.ctx, actor))?.split('#')[1] ?? '';
  await acceptInvitation(parley.ctx, { ...demoOwner, token });
  await seedDemo(demoSteps(parley.ctx, actor), async () => true);
  const { key } = await createApiKey(parley.ctx, actor, { name: 'Pictures', scopes });
  await parley.start();
  await parley.app.listen({ host: '127.0.0.1', port });
  await playDemo(ownerOf(url, key), url, {
    async goTo(daysAgo) {
      behindMs = (daysAgo * 24 + 2) * hourMs;
      await parley.jobs.sweep({});
    },
    pass: (ms) => {
      behindMs -= ms;
    },
  });
  behindMs = 0;
  return {
    url,
    async stop() {
      await parley.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
