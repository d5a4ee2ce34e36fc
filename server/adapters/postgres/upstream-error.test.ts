import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { AppError, UpstreamError } from '../../errors.ts';
import { postgresStore } from './store.ts';
import { asUpstreamError } from './upstream-error.ts';

function refusal(code: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('refused', 0, 'error'), { code });
}

describe('an error of the database', () => {
  test.each(['08006', '57P01', '57P03', '53300', '40001', '40P01'])('%s is upstream’s and passes', (code) => {
    expect(asUpstreamError(refusal(code))).toMatchObject({ provider: 'postgresql', retryable: true });
  });

  test.each(['23505', '42601', '42501', '22P02'])('%s is ours and stays', (code) => {
    const error = refusal(code);
    expect(asUpstreamError(error)).toBe(error);
  });

  test('that work has thrown on purpose stays', () => {
    const error = new AppError('conflict', 'no');
    expect(asUpstreamError(error)).toBe(error);
  });
});

test('a database that is not there is upstream’s failure', async () => {
  const store = postgresStore({ connection: { host: '/nonexistent', user: 'parley', database: 'parley' } });
  await expect(store.ping()).rejects.toBeInstanceOf(UpstreamError);
  await expect(store.read('wsp_1', async () => 1)).rejects.toBeInstanceOf(UpstreamError);
  await store.close();
});
