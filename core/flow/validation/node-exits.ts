import { plainExit } from '../flow.ts';
import type { DraftNode } from '../graph.ts';
import { fieldOf, textsIn } from './draft-fields.ts';

/** Handles that an edge may leave this node by. Reads drafts too, so it takes from incomplete data what it can. */
export function exitsOf(node: DraftNode): ReadonlySet<string> {
  switch (node.type) {
    case 'start':
    case 'message':
    case 'set':
    case 'subflow':
    case 'collectEmail':
    case 'callToAction':
      return new Set([plainExit]);
    case 'twin':
      return new Set([plainExit, ...idsIn(fieldOf(node.data.exit, 'conditions'))]);
    case 'ask':
      return new Set([plainExit, 'failed', ...answersOf(node)]);
    case 'condition':
      return new Set([...idsIn(node.data.branches), 'else']);
    case 'http':
      return new Set(['ok', 'failed']);
    case 'classify':
      return new Set([...idsIn(node.data.intents), 'none']);
    case 'split':
      return new Set(idsIn(node.data.branches));
    case 'jump':
    case 'handoff':
    case 'end':
      return new Set();
    default:
      return node.type satisfies never;
  }
}

/** A request for consent is answered by yes or no, every other question by the options it offers. */
function answersOf(node: DraftNode): string[] {
  return fieldOf(node.data.input, 'kind') === 'consent' ? ['yes', 'no'] : optionIdsOf(node);
}

/** Ids of the options an ask node offers. */
export function optionIdsOf(node: DraftNode): string[] {
  return idsIn(fieldOf(node.data.input, 'options'));
}

function idsIn(list: unknown): string[] {
  return textsIn(list, 'id');
}
