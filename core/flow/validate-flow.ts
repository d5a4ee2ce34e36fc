import type { FlowGraph } from './graph.ts';
import type { FlowProblem, FlowWorld } from './validation/flow-problem.ts';
import { checkNodeData } from './validation/node-data-problems.ts';
import { nodeProblems } from './validation/node-problems.ts';
import { pathProblems } from './validation/path-problems.ts';
import { structureProblems } from './validation/structure-problems.ts';
import { type Survey, surveyGraph } from './validation/survey.ts';
import { nodeTemplateProblems } from './validation/template-problems.ts';
import { translationProblems } from './validation/translation-problems.ts';

export type { FlowProblem, FlowWorld } from './validation/flow-problem.ts';

/** Most problems one validation reports; past that, a list helps nobody. */
export const problemLimit = 200;

/**
 * What keeps a draft from being published, the skeleton first, then node by node; empty when it may be published.
 * Never throws on a graph that `graphSchema` accepts, and takes time in proportion to its nodes, edges and texts.
 * Unwired exits are fine: they end the session.
 */
export function validateFlow(graph: FlowGraph, world: FlowWorld): FlowProblem[] {
  const problems: FlowProblem[] = [];
  for (const problem of allProblems(surveyGraph(graph, world))) {
    problems.push(problem);
    if (problems.length === problemLimit) break;
  }
  return problems;
}

function* allProblems(survey: Survey): Generator<FlowProblem> {
  yield* structureProblems(survey);
  for (const draftNode of survey.graph.nodes) {
    const checked = checkNodeData(draftNode);
    if ('problems' in checked) {
      yield* checked.problems;
    } else {
      yield* nodeProblems(checked.node, survey);
      yield* nodeTemplateProblems(checked.node, survey);
    }
  }
  yield* pathProblems(survey);
  yield* translationProblems(survey);
}
