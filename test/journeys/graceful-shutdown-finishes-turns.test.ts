import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';
import type { Json } from '../harness/http-client.ts';
import { answerTo, orderGraph } from '../harness/order-graph.ts';
import { ownerOf, sessionOf, type VisitorSession, visitorOf } from '../harness/parley-client.ts';
import { readStream } from '../harness/read-stream.ts';
import { type SlowOutside, slowOutside } from '../harness/slow-outside.ts';
import { endOrphans, type SpawnedParley, spawnParley } from '../harness/spawn-parley.ts';
import { until } from '../harness/until.ts';

const apiKey = 'a-key-for-tests-of-stopping';

let folder: string;
let outside: SlowOutside;
let started: SpawnedParley[];

beforeEach(async () => {
  folder = mkdtempSync('/tmp/parley-stop-');
  outside = await slowOutside(0);
  started = [];
});
afterEach(async () => {
  outside.stop();
  for (const parley of started) await parley.stop();
  await endOrphans(join(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<SpawnedParley> {
  const port = await freePort();
  const dataDir = join(folder, 'data');
  const parley = spawnParley({ port, dataDir, apiKey, env: { PARLEY_HTTP_ALLOW: outside.host, ...env } });
  started.push(parley);
  return parley;
}

/** A session whose flow waits for the outside world, which does not answer yet. */
async function waitingSession(parley: SpawnedParley): Promise<VisitorSession> {
  await parley.ready;
  const owner = ownerOf(parley.url, apiKey);
  const flow = await owner.publishedFlow(orderGraph(outside.url));
  const { key } = await owner.deploy(flow.id);
  const session = await visitorOf(parley.url, key).start();
  outside.hold();
  await session.send('tea');
  await until(
    async () => outside.waiting(),
    (waiting) => waiting === 1,
  );
  return session;
}

/** The same session on a server that was started later. */
function again(parley: SpawnedParley, session: VisitorSession): VisitorSession {
  return sessionOf(parley.url, session.started);
}

test('SIGTERM ends streams, lets running effects finish, and the next start goes on from there', async () => {
  const first = await start();
  const session = await waitingSession(first);
  const stream = readStream(first.url, session, 0);
  await stream.until((event) => event.text === 'tea');

  first.signal('SIGTERM');
  const heard = await stream.ended;
  outside.letGo();
  expect(await first.ended).toBe(0);
  expect(outside.calls).toHaveLength(1);

  const second = await start();
  await second.ready;
  const resumed = readStream(second.url, again(second, session), heard.at(-1).seq);
  const more = await resumed.until((event) => event.text === answerTo('tea', 0));
  await resumed.close();
  expect([...heard, ...more]).toEqual((await again(second, session).read()).events);
  expect(outside.calls).toHaveLength(1);
});

test('what does not finish in time is kept under its lease until then, given back, and done by the next start', async () => {
  const database = await createTestDatabase('external');
  const env = { DATABASE_URL: database.url, PARLEY_SECRET_KEY: 'a secret key of tests, long enough' };
  try {
    const first = await start(env);
    const session = await waitingSession(first);
    first.signal('SIGTERM');
    const [atSignal] = await leases(database);
    await until(
      () => leases(database),
      ([lease]) => lease !== undefined && lease.until > atSignal?.until,
    );
    expect(await first.ended).toBe(0);
    expect(await leases(database)).toEqual([{ holder: null, until: null }]);

    outside.letGo();
    const second = await start(env);
    await second.ready;
    const texts = await until(
      () => again(second, session).agentTexts(),
      (said) => said.length >= 3,
    );
    expect(texts).toEqual(['Nothing noted', 'One moment', answerTo('tea', 0)]);
    const keys = outside.calls.map((call) => call.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await second.stop();
  } finally {
    await database.drop();
  }
});

test('a start on a held data folder names the holder, waits for it, and serves once it is let go', async () => {
  const first = await start();
  await first.ready;
  const second = await start();
  await until(
    async () => second.said(),
    (said) => said.includes('Waiting for process'),
  );
  expect(second.said()).toContain(`Waiting for process ${first.pid}, which holds ${join(folder, 'data')}`);
  first.signal('SIGINT');
  expect(await first.ended).toBe(0);
  await second.ready;
});

test('a start that is told to stop while it waits, or before it serves, stops', async () => {
  const first = await start();
  await first.ready;
  const second = await start();
  await until(
    async () => second.said(),
    (said) => said.includes('Waiting for process'),
  );
  second.signal('SIGTERM');
  expect(await second.ended).toBe(0);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

interface Lease {
  readonly holder: string | null;
  readonly until: Json;
}

async function leases(database: TestDatabase): Promise<Lease[]> {
  const client = new pg.Client(database.poolConfig);
  await client.connect();
  const { rows } = await client
    .query('SELECT lease_holder AS holder, lease_until AS until FROM effect')
    .finally(() => client.end());
  return rows;
}
