import { useMemo, useState } from 'react';
import { diffFlow, type FlowDiff } from '../../../../core/flow/diff-flow.ts';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { shortText } from '../graph/summarize-node.ts';
import type { SaveState } from './draft-saver.ts';
import { type Choices, mergeGraphs } from './merge-graphs.ts';
import type { Conflict, Side } from './merge-values.ts';

export interface ConflictDialogProps {
  conflict: Extract<SaveState, { kind: 'conflict' }>;
  /** The graph that is to be the draft now. */
  onSettle: (graph: FlowGraph) => void;
  onClose: () => void;
}

/** Somebody else saved this draft meanwhile: bring both together, or take one knowingly. */
export function ConflictDialog({ conflict, onSettle, onClose }: ConflictDialogProps) {
  const { base, mine, theirs } = conflict;
  const [choices, setChoices] = useState<Choices>(new Map());
  const merged = useMemo(() => mergeGraphs(base.graph, mine, theirs.graph, choices), [base, mine, theirs, choices]);
  const ours = useMemo(() => countChanges(diffFlow(base.graph, mine)), [base, mine]);
  const others = useMemo(() => countChanges(diffFlow(base.graph, theirs.graph)), [base, theirs]);
  const choose = (key: string, side: Side) => setChoices(new Map([...choices, [key, side]]));
  const names = namesOf(mine, theirs.graph);
  return (
    <Dialog isOpen onClose={onClose} size="wide" title="This draft was changed by somebody else">
      <p className="text-soft">
        {theirs.updatedBy ?? 'Somebody'} saved it (<Moment at={theirs.updatedAt} />) while you were working. Nothing of
        yours is lost, and nothing of theirs is overwritten until you choose.
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-2">
        <Changes title="Yours" count={ours} />
        <Changes title="Theirs" count={others} />
      </dl>
      <h3 className="mt-4 font-medium">
        {merged.conflicts.length === 0
          ? 'The changes do not meet: both can be kept.'
          : `In ${merged.conflicts.length === 1 ? 'one place' : `${merged.conflicts.length} places`} both changed the same. Choose for each:`}
      </h3>
      <ul className="mt-2 grid gap-2">
        {merged.conflicts.map((each) => (
          <li key={each.key}>
            <ConflictChoice conflict={each} name={names(each)} onChoose={(side) => choose(each.key, side)} />
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button look="dangerQuiet" onClick={() => onSettle(theirs.graph)}>
          Take theirs, drop mine
        </Button>
        <Button look="dangerQuiet" onClick={() => onSettle(mine)}>
          Keep mine, drop theirs
        </Button>
        <Button look="main" onClick={() => onSettle(merged.graph)}>
          Keep both
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Changes({ title, count }: { title: string; count: number }) {
  return (
    <div className="rounded-xl bg-sunken px-3 py-2">
      <dt className="text-soft text-xs">{title}</dt>
      <dd className="font-medium">{count === 1 ? '1 change' : `${count} changes`}</dd>
    </div>
  );
}

interface ConflictChoiceProps {
  conflict: Conflict;
  name: string;
  onChoose: (side: Side) => void;
}

function ConflictChoice({ conflict, name, onChoose }: ConflictChoiceProps) {
  const { chosen, mine, theirs, key } = conflict;
  const sides = [
    ['mine', 'Yours', mine],
    ['theirs', 'Theirs', theirs],
  ] as const;
  return (
    <fieldset className="rounded-xl border border-line px-3 pt-1 pb-3">
      <legend className="px-1 text-[0.8125rem]">{name}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map(([side, title, value]) => (
          <label
            key={side}
            className="flex items-start gap-2 rounded-lg border border-line-strong px-2.5 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="radio" className="mt-1" name={key} checked={chosen === side} onChange={() => onChoose(side)} />
            <span className="min-w-0">
              <span className="block text-soft text-xs">{title}</span>
              <span className="line-clamp-6 whitespace-pre-wrap [overflow-wrap:anywhere]">{shown(value)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const longestShown = 600;

function shown(value: unknown): string {
  if (value === undefined) return 'Deleted';
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text || '(empty)';
}

function namesOf(...graphs: FlowGraph[]): (conflict: Conflict) => string {
  const nodes = new Map(graphs.flatMap((graph) => graph.nodes.map((node) => [node.id, node] as const)));
  return ({ nodeId, field }) => {
    const node = nodes.get(nodeId ?? '');
    const place = field.startsWith('exits.')
      ? `where ${field.slice('exits.'.length) || 'the plain exit'} leads`
      : field;
    if (!node) return place;
    return `${nodeCatalogue[node.type].title} “${shortText(node)}”: ${place || 'deleted by one of you'}`;
  };
}

function countChanges({ nodes, edges, settings }: FlowDiff): number {
  return nodes.length + edges.length + settings.length;
}
