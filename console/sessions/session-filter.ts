import { endReasons, outcomes } from '../../core/session/session-event.ts';
import { searchedFor } from '../ui/searched-for.ts';

export const statuses = ['active', 'ended'] as const;
const kinds = ['live', 'test'] as const;
const answers = ['true', 'false'] as const;

/** What the sessions list is narrowed to; it lives in the address, so that it can be shared and gone back to. */
export interface SessionFilter {
  readonly q?: string;
  readonly deployment?: string;
  readonly status?: (typeof statuses)[number];
  readonly outcome?: (typeof outcomes)[number];
  readonly endReason?: (typeof endReasons)[number];
  /** Whether the member has yet to read it. */
  readonly unread?: (typeof answers)[number];
  readonly person?: string;
  readonly version?: number;
  readonly kind?: (typeof kinds)[number];
  /** Began at or after this instant. */
  readonly from?: string;
}

/** The filter of an address; what is not one is left out. */
export function readSessionFilter(search: Record<string, unknown>): SessionFilter {
  const version = Number(search.version);
  const from = textOf(search.from);
  return {
    q: searchedFor(search.q),
    deployment: textOf(search.deployment),
    status: statuses.find((known) => known === search.status),
    outcome: outcomes.find((known) => known === search.outcome),
    endReason: endReasons.find((known) => known === search.endReason),
    unread: answers.find((known) => known === String(search.unread)),
    person: textOf(search.person),
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    kind: kinds.find((known) => known === search.kind),
    from: from !== undefined && isInstant(from) ? from : undefined,
  };
}

/** The filter as the server takes it. */
export function queryOf({ unread, ...filter }: SessionFilter) {
  return { ...filter, ...(unread && { unread: unread === 'true' }) };
}

export function isFiltered(filter: SessionFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
