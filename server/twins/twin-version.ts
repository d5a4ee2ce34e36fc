import type { FlowVersionContent } from '../../core/flow/flow.ts';
import type { TwinContent, TwinSnapshot } from '../../core/twin/twin.ts';
import type { VersionRecord } from '../ports/store/subject-store.ts';

/** What a twin's version runs: the one-step flow "start, then the twin answers". */
export function oneStepFlow(
  twinId: string,
  snapshot: TwinSnapshot,
  sources: Readonly<Record<string, number>>,
): FlowVersionContent {
  return {
    graph: {
      nodes: [
        { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} },
        { id: 'twin', type: 'twin', position: { x: 0, y: 120 }, data: { twinId } },
      ],
      edges: [{ id: 'start-twin', source: 'start', target: 'twin' }],
    },
    subflows: {},
    twins: { [twinId]: snapshot },
    sources,
  };
}

/** What the author had written when the version was published. */
export function contentOfVersion({ subjectId, twins }: Pick<VersionRecord, 'subjectId' | 'twins'>): TwinContent {
  const snapshot = twins?.[subjectId];
  if (!snapshot) throw new Error(`the version of twin ${subjectId} does not carry it`);
  const { persona, knowledgeRules, styleRules } = snapshot;
  return { persona, knowledgeRules, styleRules };
}
