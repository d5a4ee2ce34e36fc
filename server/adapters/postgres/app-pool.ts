import pg from 'pg';
import { appRole } from './app-role.ts';

export interface ConnectionSettings {
  /** Where the database is: a connection string, or a socket directory, user and database. */
  readonly connection: pg.PoolConfig;
  /** Hears of connections that broke while idle; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Connections that have given up the owner's rights before their first query, so that row level security holds for them. */
export function appPool({ connection, onConnectionLost }: ConnectionSettings): pg.Pool {
  const config: pg.PoolConfig & { onConnect(client: pg.ClientBase): Promise<unknown> } = {
    ...connection,
    onConnect: (client) => client.query(`SET ROLE ${appRole}`),
  };
  const pool = new pg.Pool(config);
  pool.on('error', (error) => onConnectionLost?.(error));
  return pool;
}
