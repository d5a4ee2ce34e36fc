import type { NodeType } from '../../../../core/flow/graph.ts';
import { addableTypes, nodeCatalogue } from './node-catalogue.ts';

/** Types an author may mean: those whose name begins as typed, then those whose name holds it, then those described so. */
export function findTypes(typed: string): NodeType[] {
  const words = typed.trim().toLowerCase();
  return addableTypes
    .map((type) => ({ type, rank: rankOf(type, words) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ type }) => type);
}

function rankOf(type: NodeType, words: string): number {
  const title = nodeCatalogue[type].title.toLowerCase();
  if (title.startsWith(words)) return 0;
  if (title.includes(words)) return 1;
  return nodeCatalogue[type].description.toLowerCase().includes(words) ? 2 : 3;
}
