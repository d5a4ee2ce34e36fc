import type { NodeType } from '../../core/flow/graph.ts';

/** Node types as authors read them. */
export const nodeTypeWords: Readonly<Record<NodeType, string>> = {
  start: 'Start',
  message: 'Message',
  ask: 'Question',
  condition: 'Condition',
  set: 'Set variable',
  http: 'HTTP request',
  twin: 'Twin answers',
  classify: 'Classify',
  jump: 'Jump',
  subflow: 'Subflow',
  split: 'Random split',
  collectEmail: 'Collect email',
  callToAction: 'Call to action',
  handoff: 'Handoff',
  end: 'End',
};
