import { type ErrorCode, errorStatus } from '../contract/error-codes.ts';
import type { Problem, ProblemItem } from '../contract/problem.ts';

export interface AppErrorExtras {
  /** What is wrong, field by field. */
  readonly problems?: readonly ProblemItem[];
  /** What the caller needs to mend a conflict. */
  readonly current?: Problem['current'];
  readonly retryAfterMs?: number;
}

/** A failure the caller can understand: a code of the closed list and a sentence for people. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly extras: AppErrorExtras = {},
  ) {
    super(detail);
    this.name = 'AppError';
    this.status = errorStatus[code];
  }
}

/** A failure of something outside the process. `retryable` says whether the same call may succeed later. */
export class UpstreamError extends Error {
  constructor(
    readonly provider: string,
    message: string,
    readonly retryable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UpstreamError';
  }
}

/** The answer for anything that is not there or belongs to another workspace. */
export function notFound(thing: string): AppError {
  return new AppError('not_found', `There is no such ${thing} in this workspace.`);
}
