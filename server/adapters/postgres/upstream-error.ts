import pg from 'pg';
import { UpstreamError } from '../../errors.ts';

/** Errors that say the database cannot serve now: lost connections, shutdown, exhausted resources, lost races of transactions. */
const passing = /^(08...|57P0[1-5]|53...|40001|40P01|55P03)$/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND']);

/** The error as the port promises it: an unreachable or busy database is upstream's failure, everything else stays as it is. */
export function asUpstreamError(error: unknown): unknown {
  if (!isPassing(error)) return error;
  return new UpstreamError('postgresql', `The database does not answer: ${error.message}`, true, { cause: error });
}

function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '');
  const isNetwork = 'code' in error && typeof error.code === 'string' && network.has(error.code);
  return isNetwork || /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
