import * as z from 'zod/mini';
import type { ProblemItem } from '../../contract/problem.ts';
import { plainWords } from './plain-words.ts';

z.config(z.locales.en());

/** A request that its schema refused, with every reason. */
export class RequestInvalid extends Error {
  constructor(readonly problems: readonly ProblemItem[]) {
    super('the request does not fit its schema');
    this.name = 'RequestInvalid';
  }
}

/** Parses a part of a request; throws `RequestInvalid` naming each field. */
export function parsePart<Schema extends z.core.$ZodType>(schema: Schema, part: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, part, { error: plainWords });
  if (parsed.success) return parsed.data;
  throw new RequestInvalid(parsed.error.issues.flatMap((issue) => problemsOf(issue, [])).slice(0, 50));
}

function problemsOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): ProblemItem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'is not known here' }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = issue.errors.reduce((best, errors) => (depthOf(errors) > depthOf(best) ? errors : best));
    if (depthOf(deepest) > 0) return deepest.flatMap((nested) => problemsOf(nested, path));
  }
  const message = lowerFirst(issue.message);
  const isOfBody = path.length === 0 && issue.code !== 'custom';
  return [{ field: path.join('.'), message: isOfBody ? `the body ${message}` : message }];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
