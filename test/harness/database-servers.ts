import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostmaster, stopPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { processIdentity } from '../../server/adapters/embedded-postgres/processes.ts';
import { migrateJobs } from '../../server/adapters/graphile-worker/migrate-jobs.ts';
import { migrate } from '../../server/adapters/postgres/migrate.ts';
import { templateDatabase } from './database.ts';
import { startDebian, startEmbedded, startExternal, type TestServer } from './external-postgres.ts';
import { listen } from './listen.ts';

const starters: Record<string, (folder: string) => Promise<TestServer>> = {
  embedded: startEmbedded,
  external: startExternal,
  debian: startDebian,
};

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for database servers, which are started when first asked for and shared by all files. */
    readonly databaseServers: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeRemains();
  const folder = mkdtempSync(`/tmp/parley-databases-${process.pid}-`);
  chmodSync(folder, 0o755); // PostgreSQL 15 has to find its way from the root on.
  const started = new Map<string, Promise<TestServer>>();
  const desk = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const server = started.get(name) ?? startServer(name, join(folder, name));
    started.set(name, server);
    server.then(
      ({ administrator, owner }) => response.end(JSON.stringify({ administrator, owner })),
      (error) => response.writeHead(500).end(String(error?.stack ?? error)),
    );
  });
  project.provide('databaseServers', `http://127.0.0.1:${await listen(desk)}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    const servers = await Promise.allSettled(started.values());
    for (const server of servers) if (server.status === 'fulfilled') await server.value.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function startServer(name: string, folder: string): Promise<TestServer> {
  const start = starters[name];
  if (!start) throw new Error(`There is no test server "${name}".`);
  mkdirSync(folder);
  const server = await start(folder);
  try {
    await makeTemplate(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The newest schema, once per server: each test database is a copy. */
async function makeTemplate({ administrator, owner }: TestServer): Promise<void> {
  const client = new pg.Client(administrator);
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase} OWNER ${owner.user}`).finally(() => client.end());
  const pool = new pg.Pool({ ...owner, database: templateDatabase });
  try {
    await migrateJobs(pool);
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

/** A killed test run leaves its servers alive. */
async function removeRemains(): Promise<void> {
  for (const name of readdirSync('/tmp')) {
    const pid = /^parley-databases-(\d+)-/.exec(name)?.[1];
    if (!pid || (await processIdentity(Number(pid))) !== null) continue;
    for (const server of readdirSync(join('/tmp', name))) {
      const postmaster = await findPostmaster(join('/tmp', name, server, 'postgres'));
      if (postmaster) await stopPostmaster(postmaster.pid);
    }
    rmSync(join('/tmp', name), { recursive: true, force: true });
  }
}
