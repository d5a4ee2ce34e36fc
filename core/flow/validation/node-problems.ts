import type { FlowNode, Media, NodeData } from '../node-data.ts';
import { linkUrlProblems, requestUrlProblems } from '../url-template.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';
import { inputProblems } from './input-problems.ts';
import type { Survey } from './survey.ts';

type Found = Generator<Omit<FlowProblem, 'nodeId'>>;

/** Rules of a node type that the shape of its data alone cannot express. */
export function* nodeProblems(node: FlowNode, survey: Survey): Generator<FlowProblem> {
  for (const { field, message } of rulesOf(node, survey)) yield { nodeId: node.id, field, message };
}

function rulesOf(node: FlowNode, survey: Survey): Iterable<Omit<FlowProblem, 'nodeId'>> {
  switch (node.type) {
    case 'message':
      return mediaProblems(node.data.media);
    case 'ask':
      return inputProblems(node.data.input, survey.world.compilesPattern);
    case 'condition':
      return branchProblems(node.data.branches, ['else']);
    case 'split':
      return splitProblems(node.data.branches);
    case 'http':
      return requestUrlProblems(node.data.url).map((problem) => ({ field: 'url', message: `The URL ${problem}.` }));
    case 'callToAction':
      return linkProblems('url', node.data.url);
    case 'jump':
      return jumpProblems(node.data.nodeId, survey);
    case 'subflow':
      return subflowProblems(node.data.flowId, survey);
    case 'twin':
      return twinNodeProblems(node.data, survey);
    case 'classify':
      return namedProblems('intents', 'intents', node.data.intents, ['none']);
    case 'start':
    case 'set':
    case 'collectEmail':
    case 'handoff':
    case 'end':
      return [];
  }
}

function* mediaProblems(media: Media | undefined): Found {
  if (!media) return;
  if (media.kind !== 'cards') {
    if (!media.url) yield { field: 'media.url', message: `The ${media.kind} has no address; enter its URL.` };
    else yield* linkProblems('media.url', media.url);
    return;
  }
  if (!media.cards?.length) yield { field: 'media.cards', message: 'There are no cards; add at least one.' };
  for (const [index, card] of (media.cards ?? []).entries()) {
    if (card.imageUrl !== undefined) yield* linkProblems(`media.cards.${index}.imageUrl`, card.imageUrl);
    if (card.url !== undefined) yield* linkProblems(`media.cards.${index}.url`, card.url);
  }
}

function* linkProblems(field: string, url: string): Found {
  for (const problem of linkUrlProblems(url)) yield { field, message: `The URL ${problem}.` };
}

function branchProblems(branches: readonly { id: string }[], reserved: readonly string[] = []): Found {
  return namedProblems('branches', 'branches', branches, reserved);
}

/** Exits that a list gives ids to. */
function* namedProblems(
  path: string,
  plural: string,
  list: readonly { id: string }[],
  reserved: readonly string[] = [],
): Found {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    const field = `${path}.${index}.id`;
    if (seen.has(id)) yield { field, message: `Two ${plural} have the id ${quoted(id)}; give each its own.` };
    if (reserved.includes(id)) yield { field, message: `${quoted(id)} is the exit for no match; choose another id.` };
    seen.add(id);
  }
}

function* twinNodeProblems({ twinId, exit }: NodeData['twin'], { world }: Survey): Found {
  if (!world.twins?.has(twinId)) {
    yield {
      field: 'twinId',
      message: 'This twin does not exist or has no published version; publish it first or choose another.',
    };
  }
  const conditions = exit?.conditions ?? [];
  yield* namedProblems('exit.conditions', 'exit conditions', conditions);
  for (const [index, { description, phrases, groups }] of conditions.entries()) {
    if (description || phrases?.length || groups?.length) continue;
    const message = 'This exit can never be met; describe it, or give it words or rules.';
    yield { field: `exit.conditions.${index}`, message };
  }
}

function* splitProblems(branches: readonly { id: string; weight: number }[]): Found {
  yield* branchProblems(branches);
  if (branches.every((branch) => branch.weight === 0)) {
    yield { field: 'branches', message: 'All weights are 0; give at least one branch a weight above 0.' };
  }
}

function* jumpProblems(nodeId: string, { nodes }: Survey): Found {
  const target = nodes.get(nodeId);
  if (!target) {
    yield { field: 'nodeId', message: `There is no node ${quoted(nodeId)} to jump to; choose another node.` };
  } else if (target.type === 'start') {
    yield { field: 'nodeId', message: 'A jump cannot lead to the start; choose the node after it.' };
  }
}

function* subflowProblems(flowId: string, { world, recursiveFlows }: Survey): Found {
  const field = 'flowId';
  if (flowId === world.flowId) {
    yield { field, message: 'A flow cannot call itself; use a jump to go back, or choose another flow.' };
  } else if (recursiveFlows.has(flowId)) {
    const name = quoted(world.subflows.get(flowId)?.name ?? flowId);
    yield {
      field,
      message: `The flow ${name} leads into a circle of flows that call each other; choose another flow.`,
    };
  } else if (!world.subflows.has(flowId)) {
    yield {
      field,
      message: 'This flow does not exist or has no published version; publish it first or choose another.',
    };
  }
}
