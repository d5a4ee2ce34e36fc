import type { DraftNode, FlowGraph } from '../../../../core/flow/graph.ts';
import { translatableFields } from '../../../../core/flow/validation/translatable-fields.ts';
import { listIn, objectIn, textIn } from '../graph/read-data.ts';

/** One text of a flow that a translation may give in another language. */
export interface TranslationRow {
  readonly nodeId: string;
  readonly nodeType: DraftNode['type'];
  readonly field: string;
  readonly main: string;
}

const optionPrefix = 'options.';

/** Every text a visitor reads, in the order of the nodes; fields that are empty have nothing to translate. */
export function translationRows(graph: FlowGraph): TranslationRow[] {
  return graph.nodes.flatMap((node) =>
    [...translatableFields(node)].flatMap((field) => {
      const main = mainText(node, field);
      return main === '' ? [] : [{ nodeId: node.id, nodeType: node.type, field, main }];
    }),
  );
}

function mainText(node: DraftNode, field: string): string {
  if (!field.startsWith(optionPrefix)) return textIn(node.data[field]);
  const id = field.slice(optionPrefix.length);
  const option = listIn(objectIn(node.data.input).options).find((each) => textIn(objectIn(each).id) === id);
  return textIn(objectIn(option).label);
}

export function translationOf(graph: FlowGraph, language: string, { nodeId, field }: TranslationRow): string {
  return graph.translations?.[language]?.[nodeId]?.[field] ?? '';
}

/** Gives a text in another language; an empty one takes it away. */
export function setTranslation(
  graph: FlowGraph,
  language: string,
  { nodeId, field }: Pick<TranslationRow, 'nodeId' | 'field'>,
  text: string,
): FlowGraph {
  const ofLanguage = graph.translations?.[language] ?? {};
  const { [field]: _, ...others } = ofLanguage[nodeId] ?? {};
  const fields = text === '' ? others : { ...others, [field]: text };
  const { [nodeId]: __, ...otherNodes } = ofLanguage;
  const nodes = Object.keys(fields).length > 0 ? { ...otherNodes, [nodeId]: fields } : otherNodes;
  return { ...graph, translations: { ...graph.translations, [language]: nodes } };
}

export function addLanguage(graph: FlowGraph, language: string): FlowGraph {
  return { ...graph, translations: { ...graph.translations, [language]: graph.translations?.[language] ?? {} } };
}

export function removeLanguage(graph: FlowGraph, language: string): FlowGraph {
  const { [language]: _, ...others } = graph.translations ?? {};
  return { ...graph, translations: others };
}

/** How many texts a language lacks. */
export function countMissing(graph: FlowGraph, rows: readonly TranslationRow[], language: string): number {
  return rows.filter((row) => translationOf(graph, language, row) === '').length;
}
