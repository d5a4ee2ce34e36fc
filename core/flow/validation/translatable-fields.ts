import type { DraftNode, NodeType } from '../graph.ts';
import { optionIdsOf } from './node-exits.ts';

const fields: Readonly<Record<NodeType, readonly string[]>> = {
  start: [],
  message: ['text'],
  ask: ['prompt', 'retryMessage'],
  condition: [],
  set: [],
  http: [],
  twin: [],
  classify: [],
  jump: [],
  subflow: [],
  split: [],
  collectEmail: ['prompt'],
  callToAction: ['label', 'description'],
  handoff: ['message'],
  end: ['message'],
};

/** Fields of a node that a translation may give a text for; option labels are at `options.<optionId>`. */
export function translatableFields(node: DraftNode): ReadonlySet<string> {
  const options = node.type === 'ask' ? optionIdsOf(node).map((id) => `options.${id}`) : [];
  return new Set([...fields[node.type], ...options]);
}
