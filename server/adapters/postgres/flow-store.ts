import { sql } from 'kysely';
import type { FlowId } from '../../../core/ids.ts';
import type { FlowContent, FlowReader, FlowWriter } from '../../ports/store/flow-store.ts';
import type { Confined } from './database.ts';
import { type SubjectTable, subjectReader } from './subject-reader.ts';
import { subjectWriter } from './subject-writer.ts';
import { versionContent } from './versions.ts';

const table: SubjectTable<FlowContent> = {
  kind: 'flow',
  content: sql`jsonb_build_object('graph', draft_graph)`,
  columnsOf: ({ graph }) => ({ draft_graph: JSON.stringify(graph) }),
};

export function flowReader(confined: Confined): FlowReader {
  return {
    ...subjectReader<FlowId, FlowContent>(confined, table),
    contentOf: (versionId) => versionContent(confined, versionId),
  };
}

export function flowWriter(confined: Confined): FlowWriter {
  return { ...flowReader(confined), ...subjectWriter<FlowId, FlowContent>(confined, table) };
}
