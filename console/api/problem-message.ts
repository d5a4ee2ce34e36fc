import { ProblemError } from '../../contract/client.ts';
import type { ErrorCode } from '../../contract/error-codes.ts';

/** Whether the server refused for this reason. */
export function isProblem(error: unknown, code: ErrorCode): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

/** A failure in words for the person at the screen. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail;
  if (error instanceof TypeError) return 'The server could not be reached. Nothing you typed is lost; try again.';
  return 'Something went wrong in this page. Reload it and try again.';
}

/** What is wrong with a field, as the server says it behind the field's name, as a sentence of its own. */
export function problemSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}
