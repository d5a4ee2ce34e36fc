import { plainExit } from '../flow.ts';
import type { DraftNode } from '../graph.ts';

/** Handles that an edge may leave this node by. Reads drafts too, so it takes from incomplete data what it can. */
export function exitsOf(node: DraftNode): ReadonlySet<string> {
  switch (node.type) {
    case 'start':
    case 'message':
    case 'set':
    case 'twin':
    case 'subflow':
    case 'collectEmail':
    case 'callToAction':
      return new Set([plainExit]);
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
  if (!Array.isArray(list)) return [];
  return list.map((item) => fieldOf(item, 'id')).filter((id) => typeof id === 'string');
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined;
}
