import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { hasDebianPostgres } from './external-postgres.ts';

export const templateDatabase = 'parley_template';

/**
 * `embedded`: the default of Parley, whose owner is superuser. `external`: as DATABASE_URL names one, over TCP, with a
 * password, its owner no superuser. `debian`: the same on PostgreSQL 15, where the machine has it.
 */
export type ServerName = 'embedded' | 'external' | 'debian';

/** For suites that must hold on every PostgreSQL: `describe.each(databaseServers)`. */
export const databaseServers: readonly ServerName[] = [
  'embedded',
  'external',
  ...(hasDebianPostgres ? ['debian' as const] : []),
];

export interface TestDatabase {
  /** How to connect as the owner; pools of the application role take the same. */
  readonly poolConfig: ClientConfig;
  /** The same as one text, for DATABASE_URL. */
  readonly url: string;
  /** How to connect with all rights. */
  readonly administrator: ClientConfig;
  /** Throws out whoever is still connected. */
  drop(): Promise<void>;
}

/** A database of its own with the newest schema and no rows. */
export async function createTestDatabase(server: ServerName = 'embedded'): Promise<TestDatabase> {
  const { administrator, owner } = await askFor(server);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await command(administrator, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase} OWNER ${owner.user}`);
  return {
    poolConfig: { ...owner, database: name },
    url: urlOf(owner, name),
    administrator: { ...administrator, database: name },
    drop: () => command(administrator, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

interface Server {
  readonly administrator: ClientConfig;
  readonly owner: ClientConfig;
}

async function askFor(server: ServerName): Promise<Server> {
  const response = await fetch(`${inject('databaseServers')}/${server}`);
  if (!response.ok) throw new Error(`The test server "${server}" did not start:\n${await response.text()}`);
  return (await response.json()) as Server;
}

async function command(administrator: ClientConfig, sql: string): Promise<void> {
  const client = new Client(administrator);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function urlOf({ user = '', password, host = '', port }: ClientConfig, database: string): string {
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  return `postgres://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`;
}
