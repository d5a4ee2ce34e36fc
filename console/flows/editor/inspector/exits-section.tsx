import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { plainExit } from '../../../../core/flow/flow.ts';
import type { DraftNode, FlowGraph } from '../../../../core/flow/graph.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { AddNodeMenu } from '../canvas/add-node-menu.tsx';
import { useAddNode } from '../canvas/use-add-node.ts';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { connect, disconnect, type Exit, targetOf } from '../graph/edit-graph.ts';
import { type LabelledExit, labelledExits } from '../graph/labelled-exits.ts';
import { useNodeForm } from './node-form-context.ts';
import { nodeOptions } from './node-options.ts';

/** Where each exit of the node leads; the whole flow can be wired here, without the canvas. */
export function ExitsSection() {
  const { node, problems } = useNodeForm();
  const graph = useEditorState((state) => state.graph);
  const id = useId();
  const exits = [...labelledExits(node), ...strayExits(graph, node)];
  const own = problems.filter(({ field }) => field === 'edges' || field.startsWith('edges.'));
  if (exits.length === 0 && own.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-2 border-line border-t pt-4" data-field="edges">
      <h3 id={id} className="font-medium text-[0.8125rem]">
        Leads to
      </h3>
      {exits.map((exit) => (
        <ExitSelect key={exit.handle} graph={graph} exit={exit} />
      ))}
      {own.map(({ field, message }) => (
        <FieldError key={`${field} ${message}`}>{message}</FieldError>
      ))}
    </section>
  );
}

function ExitSelect({ graph, exit: { handle, label } }: { graph: FlowGraph; exit: LabelledExit }) {
  const { node } = useNodeForm();
  const { editor, canEdit } = useEditorContext();
  const addNode = useAddNode();
  const [isAdding, setAdding] = useState(false);
  const id = useId();
  const exit: Exit = { source: node.id, handle };
  const choose = (target: string) =>
    editor.edit((each) => (target === '' ? disconnect(each, exit) : connect(each, exit, target)));
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="truncate text-soft text-xs">
        {label}
      </label>
      <div className="flex gap-1">
        <Select
          id={id}
          className="min-w-0 flex-1"
          disabled={!canEdit}
          value={targetOf(graph, exit) ?? ''}
          onChange={(event) => choose(event.target.value)}
          options={[
            { value: '', label: 'Ends the conversation' },
            ...nodeOptions(graph).filter(({ type }) => type !== 'start'),
          ]}
        />
        {canEdit && (
          <Button look="quiet" size="icon" aria-label={`Add a node after ${label}`} onClick={() => setAdding(true)}>
            <Plus aria-hidden />
          </Button>
        )}
      </div>
      {isAdding && (
        <AddNodeMenu
          onClose={() => setAdding(false)}
          onChoose={(type) => {
            setAdding(false);
            addNode(type, { after: exit });
          }}
        />
      )}
    </div>
  );
}

/** Wired exits that the node does not offer: they can be cut here. */
function strayExits(graph: FlowGraph, node: DraftNode): LabelledExit[] {
  const known = new Set(labelledExits(node).map(({ handle }) => handle));
  const wired = graph.edges.flatMap(({ source, sourceHandle }) =>
    source === node.id ? [sourceHandle ?? plainExit] : [],
  );
  const stray = [...new Set(wired)].filter((handle) => !known.has(handle));
  return stray.map((handle) => ({
    handle,
    label: handle === plainExit ? 'Next (unused)' : `${handle} (unused)`,
    isFallback: true,
  }));
}
