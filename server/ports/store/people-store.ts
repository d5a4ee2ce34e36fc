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
  /** Newest first. */
  listFacts(personId: string, page: PageRequest): Promise<Page<FactRecord>>;
}

/** What a twin learned about a person, with the event it came from. */
export interface FactRecord {
  id: string;
  text: string;
  at: string;
  sessionId: string;
  seq: number;
  twin: { id: string; name: string | null };
}

export interface PeopleWriter extends PeopleReader {
  /** As `find`; until the transaction ends nobody else changes the person, and no session of theirs begins. */
  lock(id: string): Promise<PersonRecord | null>;
  /** What is left out stays. */
  change(id: string, details: { name?: string | null; email?: string | null }): Promise<void>;
  /** All that is the first one's becomes the other's, and the first is no more. What both know stays as the other has it. */
  join(from: string, into: string): Promise<void>;
  /** With sessions, memory, own sources and their files, keys and the decisions made for them. Counts stay. */
  erase(id: string): Promise<void>;
  /** False where the person has no such fact. */
  forgetFact(personId: string, factId: string): Promise<boolean>;
}
