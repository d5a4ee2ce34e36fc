import type { DraftNode } from '../../../../core/flow/graph.ts';
import { labelledExits } from './labelled-exits.ts';
import { summarizeNode } from './summarize-node.ts';

export interface NodeSize {
  readonly width: number;
  readonly height: number;
}

export const nodeWidth = 272;
const headHeight = 40;
const lineHeight = 20;
const bodyPadding = 12;
const exitHeight = 28;
const charactersPerLine = 38;
const maxLines = 3;

/** How large a node's card is drawn. Worked out from its data, so that nothing has to be measured before it is laid out. */
export function nodeSize(node: DraftNode): NodeSize {
  const lines = summaryLines(node);
  const body = lines > 0 ? lines * lineHeight + bodyPadding : 0;
  const exits = labelledExits(node).length * exitHeight;
  return { width: nodeWidth, height: headHeight + body + exits + (exits > 0 ? 4 : 0) };
}

/** Lines of the summary that a card shows. */
export function summaryLines(node: DraftNode): number {
  if (node.type === 'start') return 0;
  const { length } = summarizeNode(node);
  return Math.min(maxLines, Math.max(1, Math.ceil(length / charactersPerLine)));
}
