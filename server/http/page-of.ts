import type { PageQuery } from '../../contract/common.ts';
import type { PageRequest } from '../ports/store/common.ts';

const defaultLimit = 50;

/** The page a list query asks for. */
export function pageOf(query: PageQuery): PageRequest {
  return { limit: query.limit ?? defaultLimit, cursor: query.cursor };
}
