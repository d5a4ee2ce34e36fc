import { existsSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite/vector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { ClientConfig, PoolConfig } from 'pg';
import { createTestDatabase } from './database.ts';
import { hasDebianPostgres } from './external-postgres.ts';

/** A database whose server has pgvector, not yet installed in it; empty or with the newest schema. */
export interface VectorDatabase {
  readonly poolConfig: PoolConfig;
  readonly administrator: ClientConfig;
  drop(): Promise<void>;
}

const hasDebianVectors = hasDebianPostgres && existsSync('/usr/share/postgresql/15/extension/vector.control');

/** For suites that must hold wherever pgvector is. */
export const vectorServers = ['PGlite', ...(hasDebianVectors ? (['debian'] as const) : [])] as const;

/** PGlite has pgvector on every machine, but one session for all who connect; Debian's PostgreSQL may have it too. */
export function createVectorDatabase(server: (typeof vectorServers)[number]): Promise<VectorDatabase> {
  return server === 'debian' ? createTestDatabase(server) : createPglite();
}

async function createPglite(): Promise<VectorDatabase> {
  const db = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 10 });
  await server.start();
  const port = Number(server.getServerConn().split(':').at(-1));
  const administrator = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' };
  return {
    poolConfig: { ...administrator, max: 1 },
    administrator,
    async drop() {
      await server.stop();
      await db.close();
    },
  };
}
