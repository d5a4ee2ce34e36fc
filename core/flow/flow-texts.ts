import type { FlowGraph } from './graph.ts';

/** One text of a flow, in its main language and those it is translated to. */
export interface Translated<Text> {
  readonly main: Text;
  readonly others: ReadonlyMap<string, Text>;
}

/** Reads the texts of one node: the field's name, the main text, and what to make of each. */
export type NodeTexts = <Text>(field: string, main: string, make: (text: string) => Text) => Translated<Text>;

/** The translations of a graph, looked up by node. An empty translation counts as missing. */
export function flowTexts(graph: Pick<FlowGraph, 'translations'>): (nodeId: string) => NodeTexts {
  const languages = Object.entries(graph.translations ?? {}).map(
    ([language, nodes]) => [language, new Map(Object.entries(nodes))] as const,
  );
  return (nodeId) => (field, main, make) => {
    const others = languages.flatMap(([language, nodes]) => {
      const fields = nodes.get(nodeId);
      const text = fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
      return text ? [[language, make(text)] as const] : [];
    });
    return { main: make(main), others: new Map(others) };
  };
}

/** The text for a language: its own, that of its base (`pt` for `pt-BR`), else the main one. */
export function inLanguage<Text>({ main, others }: Translated<Text>, language: string): Text {
  if (others.size === 0) return main;
  return others.get(language) ?? others.get(baseLanguage(language)) ?? main;
}

/** `pt` of `pt-BR`. */
export function baseLanguage(language: string): string {
  const dash = language.indexOf('-');
  return dash < 0 ? language : language.slice(0, dash);
}
