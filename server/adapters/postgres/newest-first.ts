import type { KeysetOrder } from './keyset-page.ts';

/** The order of lists of things that were created and never move. */
export const newestFirst: KeysetOrder<{ id: string; created_at: Date }> = {
  key: 'created_at',
  tie: 'id',
  type: 'timestamptz',
  direction: 'desc',
  positionOf: (row) => [row.created_at.toISOString(), row.id],
};
