import type { FieldChange, FlowDiff } from '../../../core/flow/diff-flow.ts';
import { nodeTypes } from '../../../core/flow/graph.ts';
import type { JsonValue } from '../../../core/json.ts';
import { nodeCatalogue } from '../editor/graph/node-catalogue.ts';

export type DiffReply = {
  readonly [Part in keyof FlowDiff]: readonly FlowDiff[Part][number][];
};

/** One change as a person reads it. */
export interface ChangeLine {
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: string;
  /** Which fields, with the texts before and after. */
  readonly details: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

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
  const parts = [
    counted(nodes.filter(({ change }) => change === 'added').length, 'node added', 'nodes added'),
    counted(nodes.filter(({ change }) => change === 'changed').length, 'node changed', 'nodes changed'),
    counted(nodes.filter(({ change }) => change === 'removed').length, 'node removed', 'nodes removed'),
    counted(edges.length, 'connection changed', 'connections changed'),
    counted(settings.length, 'text of a translation changed', 'texts of translations changed'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing changed.' : `${parts.join(', ')}.`;
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}

function titleOf(type: string): string {
  const known = nodeTypes.find((each) => each === type);
  return known ? nodeCatalogue[known].title : type;
}

function detailOf({ field, before, after }: FieldChange) {
  return { label: field, before: readable(before), after: readable(after) };
}

function readable(value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
