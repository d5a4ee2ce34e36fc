import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { type DeploymentSettings, storedSettings } from '../contract/deployment-settings.ts';
import { ensureApiKey, ensureOwner, ensureWorkspace, ownerLink } from './access/first-start.ts';
import { startEmbeddedPostgres } from './adapters/embedded-postgres/start-embedded-postgres.ts';
import { migrateJobs } from './adapters/graphile-worker/migrate-jobs.ts';
import { keptSecretKey } from './adapters/key-file/key-file.ts';
import { pinoLog } from './adapters/pino/logger.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { prepareVectorIndex } from './adapters/postgres/prepare-vector-index.ts';
import { builtWebRoot, compose, type Parley } from './compose.ts';
import { type Config, publicUrlOf, readConfig } from './config.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { demoSteps } from './http/demo-steps.ts';
import type { Actor } from './ports/actor.ts';
import type { Log } from './ports/log.ts';

interface Database {
  readonly connection: pg.PoolConfig;
  stop(): Promise<void>;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What has to be undone when the process is asked to stop; grows as the start gets on. */
let undo: () => Promise<void> = async () => {};

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    say('Parley cannot start with these settings:');
    for (const problem of read.problems) say(`  - ${problem}`);
    process.exitCode = 2;
    return;
  }
  const { config } = read;
  stopOnSignal();
  const dataDir = resolve(config.dataDir);
  await mkdir(dataDir, { recursive: true });
  const database = await openDatabase(config, dataDir);
  undo = database.stop;
  const log = pinoLog({ level: config.logLevel });
  await migrateDatabase(database.connection, log);
  const parley = await composeFrom(config, dataDir, database.connection, log);
  undo = () => parley.stop().then(database.stop);
  const { actor, isNew } = await prepareWorkspace(parley, config);
  await parley.start();
  await parley.app.listen({ host: config.host, port: config.port });
  await announce(parley, config, dataDir, actor, isNew);
}

async function composeFrom(config: Config, dataDir: string, connection: pg.PoolConfig, log: Log): Promise<Parley> {
  return compose({
    connection,
    isSoleNode: config.databaseUrl === null,
    publicUrl: publicUrlOf(config),
    secretKey: config.secretKey ?? (await keptSecretKey(dataDir)),
    hasRateLimits: config.rateLimits,
    trustProxy: config.trustProxy,
    httpAllow: config.httpAllow,
    mail: config.mail,
    model: config.model,
    sourceLimits: config.sourceLimits,
    webRoot: builtWebRoot,
    log,
  });
}

async function openDatabase(config: Config, dataDir: string): Promise<Database> {
  if (config.databaseUrl) return { connection: { connectionString: config.databaseUrl }, stop: async () => {} };
  const embedded = await startEmbeddedPostgres({ dataDir, onStep: say, onTrouble: say });
  return { connection: embedded.poolConfig, stop: embedded.stop };
}

async function migrateDatabase(connection: pg.PoolConfig, log: Log): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 2 });
  pool.on('error', () => {});
  try {
    await migrateJobs(pool);
    await migrate(pool);
    await prepareVectorIndex(pool, log);
  } finally {
    await pool.end();
  }
}

async function prepareWorkspace({ ctx }: Parley, config: Config): Promise<{ actor: Actor; isNew: boolean }> {
  const { actor, isNew } = await ensureWorkspace(ctx);
  if (config.apiKey) await ensureApiKey(ctx, actor, config.apiKey);
  if (config.owner) await ensureOwner(ctx, actor, config.owner);
  if (config.demo ?? isNew) {
    await seedDemo(
      demoSteps(ctx, actor),
      async () =>
        (await ctx.store.read(actor.workspaceId, (reader) => reader.flows.list({}, { limit: 1 }))).items.length === 0,
    );
  }
  return { actor, isNew };
}

async function announce({ ctx }: Parley, config: Config, dataDir: string, actor: Actor, isNew: boolean): Promise<void> {
  const deployments = await ctx.store.read(actor.workspaceId, (reader) => reader.deployments.list({ limit: 5 }));
  const link = await ownerLink(ctx, actor);
  say('');
  say(isNew ? 'Parley is ready. Welcome.' : 'Parley is ready.');
  say(`  Console   ${ctx.publicUrl}/`);
  if (link) say(`  Owner     ${link}   (one time: creates your account)`);
  say(`  API       ${ctx.publicUrl}/api/v1   described at ${ctx.publicUrl}/api/docs`);
  const active = deployments.items
    .map((deployment) => ({ key: deployment.key, settings: storedSettings(deployment.settings) }))
    .filter(({ settings }) => settings.status === 'active');
  const widestFirst = active.sort((a, b) => b.settings.rollout.percentage - a.settings.rollout.percentage);
  for (const { key, settings } of widestFirst)
    say(`  Visitor   ${ctx.publicUrl}/d/${key}   ${settings.name}, ${forWhom(settings)}`);
  say(`  Data      ${config.databaseUrl ? 'the PostgreSQL of DATABASE_URL, and ' : ''}${dataDir}`);
  say('');
}

/** Whom a link serves, so that nobody wonders why a page is closed to them. */
function forWhom({ audience, rollout }: Pick<DeploymentSettings, 'audience' | 'rollout'>): string {
  const people = audience.groups.map(({ name }) => name).join(' or ') || 'everyone';
  return rollout.percentage === 100 ? `for ${people}` : `for ${rollout.percentage} % of ${people}`;
}

function stopOnSignal(): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    say(`Stopping (${signal}): running turns finish first.`);
    await undo();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        say(`Stopping failed: ${explain(error)}`);
        process.exit(1);
      });
    });
  }
}

function explain(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Choose another one: PORT=3001 npm start';
  if (code === 'EACCES') return `Not permitted: ${message}`;
  if (process.env.DATABASE_URL && (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || /^(28|3D)/.test(code ?? ''))) {
    return `The PostgreSQL of DATABASE_URL cannot be used: ${message || code}`;
  }
  return `Parley could not start: ${message ?? String(error)}`;
}

main().catch(async (error: unknown) => {
  say(explain(error));
  await undo().catch(() => {});
  process.exit(1);
});
