import type { DraftNode, NodeType } from '../../../../core/flow/graph.ts';
import { nodeTypeWords } from '../../node-type-words.ts';

export type NodeGroup = 'Say' | 'Ask' | 'Decide' | 'Do' | 'End';

/** What an author reads about a type of node before adding one, and what a new one holds. */
export interface NodeKind {
  readonly title: string;
  readonly description: string;
  readonly group: NodeGroup;
  readonly initialData: DraftNode['data'];
}

const everyone = [{ filters: [{ attribute: 'contact.plan', operator: 'equals', value: '' }] }];

export const nodeCatalogue: Readonly<Record<NodeType, NodeKind>> = {
  start: { title: nodeTypeWords.start, description: 'Where every conversation begins', group: 'Say', initialData: {} },
  message: {
    title: nodeTypeWords.message,
    description: 'Say something, with a picture or cards',
    group: 'Say',
    initialData: { text: '' },
  },
  callToAction: {
    title: nodeTypeWords.callToAction,
    description: 'Show a card with a button that opens a page',
    group: 'Say',
    initialData: { label: '', url: 'https://', description: '' },
  },
  ask: {
    title: nodeTypeWords.ask,
    description: 'Ask a question and keep the answer',
    group: 'Ask',
    initialData: { prompt: '', input: { kind: 'text' }, variable: 'answer' },
  },
  collectEmail: {
    title: nodeTypeWords.collectEmail,
    description: 'Ask for an email address and count it',
    group: 'Ask',
    initialData: { prompt: '' },
  },
  classify: {
    title: nodeTypeWords.classify,
    description: 'Find out what the visitor wants',
    group: 'Decide',
    initialData: { intents: [{ id: 'intent-1', label: 'Intent 1', examples: [] }] },
  },
  condition: {
    title: nodeTypeWords.condition,
    description: 'Go different ways by what is known',
    group: 'Decide',
    initialData: { branches: [{ id: 'branch-1', groups: everyone }] },
  },
  split: {
    title: nodeTypeWords.split,
    description: 'Send shares of visitors different ways',
    group: 'Decide',
    initialData: {
      branches: [
        { id: 'a', weight: 50 },
        { id: 'b', weight: 50 },
      ],
    },
  },
  set: {
    title: nodeTypeWords.set,
    description: 'Remember a value',
    group: 'Do',
    initialData: { variable: 'value', value: '' },
  },
  http: {
    title: nodeTypeWords.http,
    description: 'Call another system and keep its answer',
    group: 'Do',
    initialData: { method: 'GET', url: 'https://', saveAs: 'response' },
  },
  subflow: {
    title: nodeTypeWords.subflow,
    description: 'Run another flow and come back',
    group: 'Do',
    initialData: { flowId: '' },
  },
  jump: { title: nodeTypeWords.jump, description: 'Go on at another node', group: 'Do', initialData: { nodeId: '' } },
  twin: { title: nodeTypeWords.twin, description: 'Let a twin answer', group: 'Say', initialData: { twinId: '' } },
  handoff: {
    title: nodeTypeWords.handoff,
    description: 'Pass the conversation to a person',
    group: 'End',
    initialData: { message: '' },
  },
  end: { title: nodeTypeWords.end, description: 'End the conversation with an outcome', group: 'End', initialData: {} },
};

/** Types an author may add, as the palette lists them. */
export const addableTypes: readonly NodeType[] = [
  'message',
  'callToAction',
  'twin',
  'ask',
  'collectEmail',
  'classify',
  'condition',
  'split',
  'set',
  'http',
  'subflow',
  'jump',
  'handoff',
  'end',
];

export const nodeGroups: readonly NodeGroup[] = ['Say', 'Ask', 'Decide', 'Do', 'End'];
