import type { AttributeMap } from '../../../core/rollout/attributes.ts';
import type { Page, PageRequest } from './common.ts';

export interface PersonRecord {
  id: string;
  name: string | null;
  email: string | null;
  attributes: AttributeMap;
  keys: { namespace: 'visitor' | 'subject'; key: string }[];
  sessionCount: number;
  createdAt: string;
  lastSeenAt: string;
}

export interface PeopleReader {
  /** Last seen first. `q` looks for words in names and email addresses, the last one by its beginning. */
  list(filter: { q?: string }, page: PageRequest): Promise<Page<PersonRecord>>;
  find(id: string): Promise<PersonRecord | null>;
}
