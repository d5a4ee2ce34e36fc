import type { FlowDiff } from '../../../core/flow/diff-flow.ts';
import { nodeTypes } from '../../../core/flow/graph.ts';
import type { ChangeLine } from '../../versions/change-list.tsx';
import { countedParts, detailOf } from '../../versions/change-words.ts';
import { nodeCatalogue } from '../editor/graph/node-catalogue.ts';

export type DiffReply = {
  readonly [Part in keyof FlowDiff]: readonly FlowDiff[Part][number][];
};

/** How a node reads where its id alone would say little; undefined for one that is gone. */
export type NodeName = (nodeId: string) => string | undefined;

/** A diff in words: nodes first, then connections, then languages and translations. */
export function describeDiff({ nodes, edges, settings }: DiffReply, nameOf: NodeName = () => undefined): ChangeLine[] {
  const named = (id: string) => nameOf(id) ?? id;
  return [
    ...nodes.map(({ nodeId, nodeType, change, fields }) => ({
      key: `${change} ${nodeId}`,
      change,
      title: `${titleOf(nodeType)} · ${named(nodeId)}`,
      details: fields.map(detailOf),
    })),
    ...edges.map(({ change, source, sourceHandle, target }) => ({
      key: JSON.stringify([change, source, sourceHandle, target]),
      change,
      title: `Connection · ${named(source)}${sourceHandle ? ` (${sourceHandle})` : ''} → ${named(target)}`,
      details: [],
    })),
    ...(settings.length > 0
      ? [
          {
            key: 'settings',
            change: 'changed' as const,
            title: 'Languages and translations',
            details: settings.map(detailOf),
          },
        ]
      : []),
  ];
}

/** How much changed, in one sentence. */
export function countDiff({ nodes, edges, settings }: DiffReply): string {
  return countedParts([
    [nodes.filter(({ change }) => change === 'added').length, 'node added', 'nodes added'],
    [nodes.filter(({ change }) => change === 'changed').length, 'node changed', 'nodes changed'],
    [nodes.filter(({ change }) => change === 'removed').length, 'node removed', 'nodes removed'],
    [edges.length, 'connection changed', 'connections changed'],
    [settings.length, 'text of a translation changed', 'texts of translations changed'],
  ]);
}

function titleOf(type: string): string {
  const known = nodeTypes.find((each) => each === type);
  return known ? nodeCatalogue[known].title : type;
}
