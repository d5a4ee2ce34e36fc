import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { writeFlowFile } from './flow-file.ts';

/** Hands the flow to the browser as a file to keep. */
export function exportFlow(name: string, graph: FlowGraph): void {
  const url = URL.createObjectURL(new Blob([writeFlowFile(name, graph)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() || 'flow'}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
