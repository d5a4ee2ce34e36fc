export const spans = [7, 30, 90] as const;

/** What the dashboard looks at; it lives in the address. */
export interface DashboardFilter {
  readonly deployment?: string;
  /** How many days back; 30 when absent. */
  readonly days?: (typeof spans)[number];
}

/** The filter of an address; what is not one is left out. */
export function readDashboardFilter({ deployment, days }: Record<string, unknown>): DashboardFilter {
  return {
    deployment: typeof deployment === 'string' && deployment !== '' ? deployment : undefined,
    days: spans.find((known) => known === Number(days)),
  };
}
