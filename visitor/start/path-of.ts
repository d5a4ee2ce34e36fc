import type { Mode } from '../../core/session/session-event.ts';

/** The path of a deployment's page, with the query kept. */
export function pathOf(key: string, mode: Mode | null, query: string): string {
  return `/d/${encodeURIComponent(key)}${mode ? `/${mode}` : ''}${query}`;
}
