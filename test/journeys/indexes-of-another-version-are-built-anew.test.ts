import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectionSettings } from '../../server/adapters/embedded-postgres/connect.ts';
import { findPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { freePort } from '../harness/free-port.ts';
import { type Owner, ownerOf } from '../harness/parley-client.ts';
import { endOrphans, type SpawnedParley, spawnParley } from '../harness/spawn-parley.ts';
import { until } from '../harness/until.ts';

const apiKey = 'a-key-for-tests-of-indexes';
/** So many take some seconds to be built anew: a kill finds some done and some not. */
const revisions = 400;
let dataDir: string;
let port: number;
let parley: SpawnedParley;
let owner: Owner;
let database: Client | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync('/tmp/parley-indexes-');
  port = await freePort();
  await start();
});
afterEach(() => disconnect());
afterAll(async () => {
  await parley?.stop();
  await endOrphans(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  parley = spawnParley({ port, dataDir, apiKey });
  await parley.ready;
  owner = ownerOf(parley.url, apiKey);
  const postmaster = await findPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('the server runs without its database');
  database = new Client(connectionSettings(postmaster));
  database.on('error', () => undefined);
  await database.connect();
}

async function disconnect(): Promise<void> {
  await database?.end().catch(() => undefined);
}

async function outdated(): Promise<number> {
  const found = await database?.query('SELECT count(*)::integer AS count FROM source_index WHERE format = 0');
  return found?.rows[0].count;
}

/** The text in many revisions, all with indexes as an earlier version would have written them. */
async function age(): Promise<void> {
  await database?.query(`
    INSERT INTO source_revision (source_id, revision, workspace_id, text, created_at, created_by)
      SELECT source_id, n, workspace_id, text, created_at, created_by FROM source_revision, generate_series(2, ${revisions}) n;
    INSERT INTO passage (source_id, revision, number, workspace_id, headings, page, text)
      SELECT source_id, n, number, workspace_id, headings, page, text FROM passage, generate_series(2, ${revisions}) n;
    CREATE TEMPORARY TABLE old AS SELECT * FROM source_index;
    DELETE FROM source_index;
    INSERT INTO source_index (source_id, revision, workspace_id, bytes, format)
      SELECT source_id, n, workspace_id, set_byte(bytes, 3, 0), 0 FROM old, generate_series(1, ${revisions}) n;
  `);
}

test('after a start with indexes of another version, and a kill in the middle, every text is found again', async () => {
  const note = await owner.note('Keys', 'The blue key opens the shed.');
  const twin = await owner.must(201, 'POST', '/api/v1/twins', { name: 'Ada' });
  const found = async (): Promise<number> => {
    const question = { question: 'What opens the shed?', sources: { [note.id]: 'mentioned' } };
    return (await owner.must(200, 'POST', `/api/v1/twins/${twin.id}/replies`, question)).passages.length;
  };
  expect(await found()).toBe(1);
  await age();
  await parley.kill9('the server alone');
  await disconnect();

  await start();
  const left = await until(outdated, (count) => count < revisions);
  expect(left).toBeGreaterThan(0);
  await parley.kill9('everything');
  await disconnect();

  await start();
  expect([0, 1]).toContain(await found());
  await until(outdated, (count) => count === 0);
  expect(await found()).toBe(1);
});
