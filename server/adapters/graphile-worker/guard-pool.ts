import type pg from 'pg';

/** A connection lost while in use is an error of its query, and must not be an uncaught event as well. */
export function guardPool(pool: pg.Pool): void {
  if (pool.listenerCount('error') === 0) pool.on('error', () => undefined);
  if (pool.listenerCount('connect') === 0) pool.on('connect', (client) => client.on('error', () => undefined));
}
