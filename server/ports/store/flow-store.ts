import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import type { FlowId } from '../../../core/ids.ts';
import type { SubjectReader, SubjectRecord, SubjectWriter } from './subject-store.ts';

export interface FlowContent {
  graph: FlowGraph;
}
export type FlowRecord = SubjectRecord<FlowId, FlowContent>;

export interface FlowReader extends SubjectReader<FlowId, FlowContent> {
  /** What a version runs, of a flow or of a twin. */
  contentOf(versionId: string): Promise<FlowVersionContent | null>;
}

export interface FlowWriter extends FlowReader, SubjectWriter<FlowId, FlowContent> {}
