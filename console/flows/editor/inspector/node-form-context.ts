import { createContext, use } from 'react';
import type { DraftNode } from '../../../../core/flow/graph.ts';
import type { FlowProblem } from '../../../../core/flow/validate-flow.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { useEditorContext } from '../editor-context.ts';
import { valueAt, withValueAt } from '../graph/change-path.ts';
import { setNodeData } from '../graph/edit-graph.ts';

/** The node whose form is shown, and what is wrong with it. */
export interface NodeForm {
  readonly node: DraftNode;
  readonly problems: readonly FlowProblem[];
}

export const NodeFormContext = createContext<NodeForm | null>(null);

export function useNodeForm(): NodeForm {
  const form = use(NodeFormContext);
  if (!form) throw new Error('this control belongs inside the form of a node');
  return form;
}

export interface FieldBinding {
  readonly value: JsonValue | undefined;
  /** Undefined takes the field away. What is typed in a row is undone in one step. */
  readonly change: (value: JsonValue | undefined) => void;
  /** What is wrong with the field itself. */
  readonly problem: string | undefined;
  /** Marks the control, so that a problem can lead to it. */
  readonly mark: { readonly 'data-field': string };
  readonly isReadOnly: boolean;
}

/** One field of the node's data, by its path. */
export function useNodeField(path: string): FieldBinding {
  const { node, problems } = useNodeForm();
  const { editor, canEdit } = useEditorContext();
  return {
    value: valueAt(node.data, path),
    change: (value) =>
      editor.edit((graph) => setNodeData(graph, node.id, withValueAt(dataNow(graph.nodes, node), path, value)), {
        step: `${node.id} ${path}`,
      }),
    problem: problems.find(({ field }) => field === path)?.message,
    mark: { 'data-field': path },
    isReadOnly: !canEdit,
  };
}

/** Replaces a whole part of the node's data, such as a list that gained an entry, as a step of its own. */
export function useChangeData(): (change: (data: DraftNode['data']) => DraftNode['data']) => void {
  const { node } = useNodeForm();
  const { editor } = useEditorContext();
  return (change) => editor.edit((graph) => setNodeData(graph, node.id, change(dataNow(graph.nodes, node))));
}

function dataNow(nodes: readonly DraftNode[], node: DraftNode): DraftNode['data'] {
  return nodes.find(({ id }) => id === node.id)?.data ?? node.data;
}
