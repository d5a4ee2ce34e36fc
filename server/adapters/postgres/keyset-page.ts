import { type SelectQueryBuilder, sql } from 'kysely';
import { BadCursor, type Page, type PageRequest } from '../../ports/store/common.ts';

/** The last row of a page: its sort key as text, and the id that breaks ties. */
type Position = readonly [key: string, tie: string];

/** The columns a list is ordered by, and how a row's place in that order is written down. */
export interface KeysetOrder<Row> {
  readonly key: string;
  readonly tie: string;
  readonly type: 'timestamptz' | 'integer' | 'text';
  readonly direction: 'asc' | 'desc';
  positionOf(row: Row): Position;
}

/** One page of the query, in the given order; pages stay in step while rows are added, because a cursor names a place and not a number. */
export async function keysetPage<Db, Table extends keyof Db, Row, Item>(
  query: SelectQueryBuilder<Db, Table, Row>,
  order: KeysetOrder<NoInfer<Row>>,
  request: PageRequest,
  present: (row: NoInfer<Row>) => Item,
): Promise<Page<Item>> {
  const rows = await rowsOfPage(query, order, request).execute();
  const kept = rows.slice(0, request.limit) as Row[];
  const last = kept.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return { items: kept.map(present), nextCursor: hasMore ? writeCursor(order.positionOf(last)) : null };
}

/** The rows of a page in their order, and one more, which tells that another page follows. */
export function rowsOfPage<Db, Table extends keyof Db, Row>(
  query: SelectQueryBuilder<Db, Table, Row>,
  { key, tie, type, direction }: Pick<KeysetOrder<Row>, 'key' | 'tie' | 'type' | 'direction'>,
  { limit, cursor }: PageRequest,
): SelectQueryBuilder<Db, Table, Row> {
  const ordered = query
    .orderBy(sql.ref(key), direction)
    .orderBy(sql.ref(tie), direction)
    .limit(limit + 1);
  if (cursor === undefined) return ordered;
  const [lastKey, lastTie] = readCursor(cursor, type);
  const after = sql.raw(direction === 'asc' ? '>' : '<');
  return ordered.where(
    sql<boolean>`(${sql.ref(key)}, ${sql.ref(tie)}) ${after} (${lastKey}::${sql.raw(type)}, ${lastTie})`,
  );
}

function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

const isKeyOfType = {
  timestamptz: (key: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  integer: (key: string) => /^\d{1,9}$/.test(key),
  text: (key: string) => !key.includes('\0'),
};

function readCursor(cursor: string, type: KeysetOrder<unknown>['type']): Position {
  const position = parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(position) || position.length !== 2) throw new BadCursor();
  const [key, tie] = position;
  if (typeof key !== 'string' || typeof tie !== 'string') throw new BadCursor();
  if (!isKeyOfType[type](key) || !isKeyOfType.text(tie)) throw new BadCursor();
  return [key, tie];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCursor();
  }
}
