import { resolve } from 'node:path';
import pg from 'pg';
import { makeResetToken } from './adapters/better-auth/reset-token.ts';
import { joinEmbeddedPostgres } from './adapters/embedded-postgres/join-embedded-postgres.ts';
import { randomIds } from './adapters/random-ids/random-ids.ts';
import { type Config, publicUrlOf, readConfig } from './config.ts';

const noTables = '42P01';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Prints a link that sets a new password once: for whoever can reach the database, when nobody can get a mail. */
async function main(email: string | undefined): Promise<void> {
  if (!email?.includes('@')) return fail('Say whose password: npm run reset-password -- ada@example.com');
  const read = readConfig(process.env);
  if (!read.ok) return fail(['These settings cannot be used:', ...read.problems.map((one) => `  - ${one}`)].join('\n'));
  const database = await openDatabase(read.config);
  const pool = new pg.Pool({ ...database.connection, max: 1 });
  pool.on('error', () => {});
  try {
    const token = await makeResetToken(pool, randomIds(), email);
    if (token === null) return fail(`There is no account with the email ${email}.`);
    say(`This link sets a new password for ${email}. It works once, for an hour:`);
    say(`  ${publicUrlOf(read.config)}/reset-password#${token}`);
    if (!database.isRunning) say('Parley does not run at the moment: start it, then open the link.');
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function openDatabase({ databaseUrl, dataDir }: Config) {
  if (databaseUrl) return { connection: { connectionString: databaseUrl }, isRunning: true, stop: async () => {} };
  const { poolConfig, isShared, stop } = await joinEmbeddedPostgres(resolve(dataDir));
  return { connection: poolConfig, isRunning: isShared, stop };
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

main(process.argv[2]).catch((error: unknown) => {
  const { code, message } = error as { code?: string; message?: string };
  fail(code === noTables ? 'This database has no accounts yet: start Parley once.' : `No link was made: ${message}`);
});
