export interface Author {
  readonly kind: 'member' | 'apiKey' | 'system';
  readonly id: string | null;
  readonly name: string;
}

/** A page is asked for by size and the opaque cursor of the page before; a bad cursor throws `BadCursor`. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A cursor that this store did not make. */
export class BadCursor extends Error {}

/** The change was refused because the row was not at the revision it named. */
export interface Stale {
  readonly stale: true;
  readonly revision: number;
}
