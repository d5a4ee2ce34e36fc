import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { type DeploymentSettings, deploymentSettingsSchema } from '../../../contract/deployment-settings.ts';
import type { ProblemItem } from '../../../contract/problem.ts';

const { localeError } = english();

/** What the server would say is wrong with the shape of these settings, each with its field. */
export function settingProblems(settings: DeploymentSettings): ProblemItem[] {
  const { error } = z.safeParse(deploymentSettingsSchema, settings, { error: localeError });
  return (error?.issues ?? []).flatMap((issue) => problemsOf(issue, []));
}

/** Whether a problem is about the field or something within it. */
export function isWithin(field: string, within: string): boolean {
  return field === within || field.startsWith(`${within}.`);
}

/** Of a union's branches the one that got furthest tells most. */
function problemsOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): ProblemItem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = issue.errors.reduce((best, errors) => (depthOf(errors) > depthOf(best) ? errors : best));
    if (depthOf(deepest) > 0) return deepest.flatMap((nested) => problemsOf(nested, path));
  }
  return [{ field: path.join('.'), message: plainly(issue) }];
}

/** What people do most often, in words that do not speak of types. */
function plainly(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'array') return 'needs at least one';
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'must be a number';
  return issue.message;
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}
