import { sql } from 'kysely';
import type { TwinContent } from '../../../core/twin/twin.ts';
import type { TwinReader, TwinWriter } from '../../ports/store/twin-store.ts';
import type { Confined } from './database.ts';
import { type SubjectTable, subjectReader } from './subject-reader.ts';
import { subjectWriter } from './subject-writer.ts';

const table: SubjectTable<TwinContent> = {
  kind: 'twin',
  content: sql`draft_content`,
  columnsOf: (content) => ({ draft_content: JSON.stringify(content) }),
};

export function twinReader(confined: Confined): TwinReader {
  return subjectReader(confined, table);
}

export function twinWriter(confined: Confined): TwinWriter {
  return subjectWriter(confined, table);
}
