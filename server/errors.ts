import { type ErrorCode, errorStatus } from '../contract/error-codes.ts';
import type { Problem, ProblemItem } from '../contract/problem.ts';

export interface AppErrorExtras {
  /** What is wrong, field by field. */
  readonly problems?: readonly ProblemItem[];
  /** What the caller needs to mend a conflict. */
  readonly current?: Problem['current'];
  readonly retryAfterMs?: number;
  /** The page on which a person finds what they looked for. */
  readonly goTo?: string;
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
  /** What it asks to wait before the same is asked again; undefined where it does not say. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly provider: string,
    message: string,
    readonly retryable: boolean,
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.name = 'UpstreamError';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The answer for a request that cannot be used, field by field; what has no field is about the whole. */
export function invalidRequest(problems: readonly ProblemItem[]): AppError {
  const sentences = problems.slice(0, 5).map(({ field, message }) => (field ? `${field}: ${message}` : message));
  return new AppError('invalid_request', `The request cannot be used. ${sentences.join('; ')}.`, { problems });
}

export function invalidField(field: string, message: string): AppError {
  return invalidRequest([{ field, message }]);
}

/** The answer for anything that is not there or belongs to another workspace. */
export function notFound(thing: string): AppError {
  return new AppError('not_found', `There is no such ${thing} in this workspace.`);
}

/** The answer for deleting a thing that others use. */
export function inUse(thing: string, uses: readonly { kind: string; id: string; name: string }[]): AppError {
  const named = uses.map((use) => `the ${use.kind} "${use.name}"`).join(', ');
  return new AppError('in_use', `This ${thing} is used by ${named}. Delete or change those first.`, {
    current: { uses: uses.map((use) => ({ ...use })) },
  });
}

/** The answer for writing to a draft that has changed since it was read; `more` tells what is different. */
export function draftChanged(
  draft: { revision: number; updatedAt: string; updatedBy: { name: string } | null },
  read: number,
  more: Problem['current'] = {},
): AppError {
  const { revision, updatedAt } = draft;
  const who = draft.updatedBy?.name ?? 'somebody';
  return new AppError(
    'draft_changed',
    `The draft is at revision ${revision}, changed by ${who} at ${updatedAt}; you read revision ${read}. Read it again and merge your change.`,
    { current: { revision, updatedAt, updatedBy: who, ...more } },
  );
}

/** The answer for publishing a draft that is not at the revision that was looked at. */
export function draftUnseen({ revision }: { revision: number }, seen: number): AppError {
  return new AppError(
    'draft_changed',
    `The draft is at revision ${revision}; you looked at revision ${seen}. Look at it again before you publish.`,
    { current: { revision } },
  );
}
