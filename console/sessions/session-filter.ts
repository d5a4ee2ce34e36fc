import { outcomes } from '../../core/session/session-event.ts';

export const statuses = ['active', 'ended'] as const;

/** What the sessions list is narrowed to; it lives in the address, so that it can be shared and gone back to. */
export interface SessionFilter {
  readonly deployment?: string;
  readonly status?: (typeof statuses)[number];
  readonly outcome?: (typeof outcomes)[number];
  readonly person?: string;
}

/** The filter of an address; what is not one is left out. */
export function readSessionFilter({ deployment, status, outcome, person }: Record<string, unknown>): SessionFilter {
  return {
    deployment: typeof deployment === 'string' && deployment !== '' ? deployment : undefined,
    status: statuses.find((known) => known === status),
    outcome: outcomes.find((known) => known === outcome),
    person: typeof person === 'string' && person !== '' ? person : undefined,
  };
}
