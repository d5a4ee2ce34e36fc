import { useId, useState } from 'react';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { type FlowFile, readFlowFile } from './flow-file.ts';

export interface ImportDialogProps {
  onImport: (graph: FlowGraph) => void;
  onClose: () => void;
}

/** Takes a flow from a file in place of the draft; undo brings the draft back. */
export function ImportDialog({ onImport, onClose }: ImportDialogProps) {
  const [file, setFile] = useState<FlowFile | null>(null);
  const id = useId();
  const graph = file && !file.problems ? file.graph : null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Import a flow"
      description="The file takes the place of this draft. You can undo that; published versions stay as they are."
    >
      <label htmlFor={id} className="mb-1.5 block font-medium text-[0.8125rem]">
        A flow as a JSON file
      </label>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        className="w-full rounded-lg border border-line-strong p-2 text-sm"
        onChange={async (event) => {
          const [chosen] = event.target.files ?? [];
          setFile(chosen ? readFlowFile(await chosen.text()) : null);
        }}
      />
      {file?.problems && (
        <div className="mt-3 grid gap-1">
          {file.problems.map((problem) => (
            <FieldError key={problem}>{problem}</FieldError>
          ))}
        </div>
      )}
      {graph && (
        <p role="status" className="mt-3">
          {file && 'name' in file && file.name ? `“${file.name}”: ` : ''}
          {graph.nodes.length} nodes, {graph.edges.length} connections.
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="main" disabled={!graph} onClick={() => graph && onImport(graph)}>
          Replace the draft
        </Button>
      </DialogActions>
    </Dialog>
  );
}
