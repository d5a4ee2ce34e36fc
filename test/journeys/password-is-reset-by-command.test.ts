import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../harness/free-port.ts';
import { type Answer, httpClient } from '../harness/http-client.ts';
import { type SpawnedParley, spawnParley } from '../harness/spawn-parley.ts';

const program = join(import.meta.dirname, '../../dist/server/reset-password.js');
const run = promisify(execFile);
const email = 'owner@example.com';
const firstPassword = 'the first password';

let dataDir: string;
let port: number;
let parley: SpawnedParley;

beforeAll(async () => {
  dataDir = mkdtempSync('/tmp/parley-reset-');
  port = await freePort();
  parley = await start();
});
afterAll(async () => {
  await parley.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<SpawnedParley> {
  const env = { PARLEY_OWNER_EMAIL: email, PARLEY_OWNER_PASSWORD: firstPassword };
  const started = spawnParley({ port, dataDir, apiKey: 'a-key-for-tests-of-passwords', env });
  await started.ready;
  return started;
}

/** What the command prints: to the terminal, or why it did nothing. */
async function resetPassword(...args: string[]): Promise<{ output: string; code: number }> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: String(port), PARLEY_DATA_DIR: dataDir };
  const ran = await run(process.execPath, [program, ...args], { env }).catch((error) => error);
  return { output: `${ran.stdout}${ran.stderr}`, code: ran.code ?? 0 };
}

const tokenIn = (output: string) => /\/reset-password#(\S+)/.exec(output)?.[1];

/** As the console's pages call the accounts library, which wants to know where a request comes from. */
function authCall(path: string, body: object): Promise<Answer> {
  return httpClient(parley.url)('POST', path, body, { headers: { origin: parley.url } });
}

async function signIn(password: string): Promise<number> {
  return (await authCall('/api/auth/sign-in/email', { email, password })).status;
}

async function setPassword(token: string | undefined, newPassword: string): Promise<number> {
  return (await authCall('/api/auth/reset-password', { token, newPassword })).status;
}

test('beside a running Parley, the command prints a link that sets a password once', async () => {
  const { output, code } = await resetPassword('Owner@Example.com');
  expect([code, output]).toEqual([0, expect.stringContaining(`http://127.0.0.1:${port}/reset-password#`)]);
  const token = tokenIn(output);
  expect(await setPassword(token, 'the second password')).toBe(200);
  expect([await signIn(firstPassword), await signIn('the second password')]).toEqual([401, 200]);
  expect(await setPassword(token, 'the third password')).toBe(400);
});

test('a newer link withdraws the one before', async () => {
  const older = tokenIn((await resetPassword(email)).output);
  const newer = tokenIn((await resetPassword(email)).output);
  expect(await setPassword(older, 'by the older link')).toBe(400);
  expect(await setPassword(newer, 'by the newer link')).toBe(200);
});

test('without a running Parley, the command starts the database, says so, and leaves nothing running', async () => {
  await parley.stop();
  const { output } = await resetPassword(email);
  expect(output).toContain('Parley does not run at the moment');
  parley = await start();
  expect(await setPassword(tokenIn(output), 'set after the start')).toBe(200);
  expect(await signIn('set after the start')).toBe(200);
});

test.each([
  [[], 'npm run reset-password -- ada@example.com'],
  [['nobody@example.com'], 'There is no account with the email nobody@example.com'],
])('for %j it says what is wrong', async (args, words) => {
  const { output, code } = await resetPassword(...args);
  expect(code).toBe(1);
  expect(output).toContain(words);
});

test('where there is no database it makes none', async () => {
  const empty = mkdtempSync('/tmp/parley-reset-empty-');
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PARLEY_DATA_DIR: empty };
  const failed = await run(process.execPath, [program, email], { env }).catch((error) => error);
  expect(failed.stderr).toContain(`There is no database in ${empty}`);
  rmSync(empty, { recursive: true });
});
