import type { DraftNode } from '../graph.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';
import type { Survey } from './survey.ts';
import { textProblems } from './template-problems.ts';
import { translatableFields } from './translatable-fields.ts';

/** Translations of nodes or fields that do not exist, into the language the flow is written in, or with broken templates. */
export function* translationProblems(survey: Survey): Generator<FlowProblem> {
  const main = survey.graph.language ?? 'en';
  for (const [language, texts] of Object.entries(survey.graph.translations ?? {})) {
    if (language.toLowerCase() === main.toLowerCase()) {
      const message = `The flow is written in ${quoted(language)} itself; move these texts into the nodes or remove them.`;
      yield { nodeId: null, field: `translations.${language}`, message };
    }
    for (const [nodeId, fields] of Object.entries(texts)) {
      const node = survey.nodes.get(nodeId);
      if (node) {
        yield* nodeTranslationProblems(node, language, fields, survey);
      } else {
        const message = `There is a translation for the node ${quoted(nodeId)}, which does not exist; remove it.`;
        yield { nodeId: null, field: `translations.${language}.${nodeId}`, message };
      }
    }
  }
}

function* nodeTranslationProblems(
  node: DraftNode,
  language: string,
  fields: Readonly<Record<string, string>>,
  survey: Survey,
): Generator<FlowProblem> {
  const known = translatableFields(node);
  for (const [name, text] of Object.entries(fields)) {
    const field = `translations.${language}.${name}`;
    if (known.has(name)) yield* textProblems(node, { field, text }, survey);
    else yield { nodeId: node.id, field, message: unknownField(name, node, known) };
  }
}

function unknownField(name: string, node: DraftNode, known: ReadonlySet<string>): string {
  const fields = known.size === 0 ? 'nothing to translate' : `only ${[...known].slice(0, 10).join(', ')} to translate`;
  return `This ${node.type} node has no text ${quoted(name)}, ${fields}; remove the translation.`;
}
