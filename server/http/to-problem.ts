import type { FastifyError } from 'fastify';
import type { Problem } from '../../contract/problem.ts';
import { AppError, invalidField, invalidRequest, UpstreamError } from '../errors.ts';
import { BadCursor } from '../ports/store/common.ts';
import { RequestInvalid } from './request-invalid.ts';

/** What a failed request answers: the problem, and how long to wait before trying again where that helps. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly retryAfterMs?: number;
  /** The page on which a person finds what they looked for. */
  readonly goTo?: string;
  /** Set for failures of ours, which are logged with their cause and shown without detail. */
  readonly cause?: unknown;
}

interface FailedRequest {
  readonly id: string;
  readonly bodyLimitBytes: number;
}

/** Maps every error to an RFC 9457 problem. The only place that does. */
export function toProblem(error: unknown, request: FailedRequest): ProblemAnswer {
  const failure = toAppError(error, request);
  return {
    problem: {
      type: 'about:blank',
      title: titleOf(failure),
      status: failure.status,
      detail: failure.message,
      code: failure.code,
      requestId: request.id,
      problems: failure.extras.problems ? [...failure.extras.problems] : undefined,
      current: failure.extras.current,
    },
    retryAfterMs: failure.extras.retryAfterMs,
    goTo: failure.extras.goTo,
    cause: failure.status >= 500 ? error : undefined,
  };
}

function toAppError(error: unknown, request: FailedRequest): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof RequestInvalid) return invalidRequest(error.problems);
  if (error instanceof BadCursor) {
    return invalidField('cursor', 'must be the nextCursor of an earlier page of this list');
  }
  if (error instanceof UpstreamError) {
    return new AppError('unavailable', 'Something this server depends on did not answer. Try again in a moment.');
  }
  return fromFastify(error, request);
}

function fromFastify(error: unknown, { bodyLimitBytes }: FailedRequest): AppError {
  const { code, statusCode = 500, message } = error as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('too_large', `The request body is larger than the ${inUnits(bodyLimitBytes)} taken here.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError('unsupported_media_type', 'Send JSON, with the header content-type: application/json.');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return invalidField('', 'a JSON body is needed');
  }
  if (statusCode >= 400 && statusCode < 500) return new AppError('invalid_request', String(message));
  return new AppError('internal', 'Something went wrong on our side. The request id helps to find out what.');
}

function inUnits(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.floor(kilobytes)} kB` : `${Math.floor(kilobytes / 1024)} MB`;
}

function titleOf(failure: AppError): string {
  const words = failure.code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
