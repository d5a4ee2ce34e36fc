import type { FlowNode } from '../node-data.ts';
import { templateProblems, templateReferences } from '../template.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';
import type { Survey } from './survey.ts';
import { type FieldText, templatedTexts } from './templated-texts.ts';

/** Templates of a node that are malformed, or name what does not exist; and variables its conditions compare that nothing sets. */
export function* nodeTemplateProblems(node: FlowNode, survey: Survey): Generator<FlowProblem> {
  for (const text of templatedTexts(node)) yield* textProblems(node, text, survey);
  for (const { field, attribute } of comparedAttributes(node)) {
    const [namespace, name = ''] = attribute.split('.');
    if (namespace === 'var') yield* unknownVariable(node.id, field, name, survey);
  }
}

/** What is wrong with the templates of one text of a node. */
export function* textProblems(
  node: Pick<FlowNode, 'id' | 'type'>,
  { field, text }: FieldText,
  survey: Survey,
): Generator<FlowProblem> {
  if (!text.includes('{{')) return;
  const secrets = node.type === 'http';
  for (const problem of templateProblems(text, { secrets })) {
    yield { nodeId: node.id, field, message: `${problem}.` };
  }
  for (const { namespace, path } of templateReferences(text)) {
    const [name = ''] = path;
    if (namespace === 'var') yield* unknownVariable(node.id, field, name, survey);
    if (namespace === 'secret' && secrets && !survey.world.secretNames.has(name)) {
      const message = `There is no secret ${quoted(name)} in this workspace; add it in the settings or correct the name.`;
      yield { nodeId: node.id, field, message };
    }
  }
}

function* unknownVariable(nodeId: string, field: string, name: string, survey: Survey): Generator<FlowProblem> {
  if (survey.variables.has(name)) return;
  const message = `Nothing sets the variable ${quoted(name)}; set it in this flow or a subflow, or correct the name.`;
  yield { nodeId, field, message };
}

function comparedAttributes(node: FlowNode): { field: string; attribute: string }[] {
  if (node.type === 'condition') return attributesIn('branches', node.data.branches);
  return node.type === 'twin' ? attributesIn('exit.conditions', node.data.exit?.conditions ?? []) : [];
}

type Groups = readonly { readonly filters: readonly { readonly attribute: string }[] }[];

function attributesIn(path: string, list: readonly { readonly groups?: Groups }[]) {
  return list.flatMap(({ groups = [] }, at) =>
    groups.flatMap((group, groupIndex) =>
      group.filters.map(({ attribute }, index) => ({
        field: `${path}.${at}.groups.${groupIndex}.filters.${index}.attribute`,
        attribute,
      })),
    ),
  );
}
