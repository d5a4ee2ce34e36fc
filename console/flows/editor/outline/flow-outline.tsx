import { Plus } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { AddNodeMenu } from '../canvas/add-node-menu.tsx';
import { groupColours, nodeIcons } from '../canvas/node-icons.ts';
import { useAddNode } from '../canvas/use-add-node.ts';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { type OutlineLine, outlineFlow } from '../graph/outline-flow.ts';
import { summarizeNode } from '../graph/summarize-node.ts';

/** The flow as a list in the order of the conversation: everything the canvas does, by keyboard and screen reader. */
export function FlowOutline() {
  const graph = useEditorState((state) => state.graph);
  const selected = useEditorState((state) => state.selection.nodes);
  const { check, bench, canEdit } = useEditorContext();
  const [addingAfter, setAddingAfter] = useState<string | null>(null);
  const addNode = useAddNode();
  const { editor } = useEditorContext();
  const lines = useMemo(() => outlineFlow(graph), [graph]);
  const firstLost = lines.findIndex(({ isReached }) => !isReached);
  return (
    <div className="h-full overflow-y-auto">
      <ol
        aria-label="Outline of the flow"
        className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-1 p-3 md:p-5"
      >
        {lines.map((line, index) => (
          <li key={line.node.id} style={{ paddingInlineStart: `${Math.min(line.depth, 8) * 1.1}rem` }}>
            {index === firstLost && <p className="mt-4 mb-1 px-2 text-faint text-xs">No path leads to what follows</p>}
            <Line
              line={line}
              number={index + 1}
              isSelected={selected.has(line.node.id)}
              isLive={bench.path?.live === line.node.id}
              problems={check.problemsByNode.get(line.node.id) ?? 0}
              onAddAfter={canEdit ? setAddingAfter : undefined}
            />
          </li>
        ))}
      </ol>
      {addingAfter !== null && (
        <AddNodeMenu
          onClose={() => setAddingAfter(null)}
          onChoose={(type) => {
            editor.select([addingAfter]);
            setAddingAfter(null);
            addNode(type);
          }}
        />
      )}
    </div>
  );
}

interface LineProps {
  line: OutlineLine;
  number: number;
  isSelected: boolean;
  isLive: boolean;
  problems: number;
  onAddAfter: ((nodeId: string) => void) | undefined;
}

const Line = memo(function Line({ line: { node, via }, number, isSelected, isLive, problems, onAddAfter }: LineProps) {
  const { editor, showPanel } = useEditorContext();
  const { title, group } = nodeCatalogue[node.type];
  const Icon = nodeIcons[node.type];
  const open = () => {
    editor.focusOn(node.id, '');
    showPanel('node');
  };
  return (
    <div
      className={classes(
        'group flex items-center gap-1 rounded-xl border pr-1',
        isSelected ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-line-strong',
        isLive && 'ring-2 ring-good',
      )}
    >
      <button
        type="button"
        aria-current={isSelected || undefined}
        data-line={node.id}
        onClick={open}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-xl px-2.5 py-2 text-left"
      >
        <span className="w-6 shrink-0 text-right text-faint text-xs tabular-nums">{number}</span>
        <span
          aria-hidden
          className={classes('grid size-7 shrink-0 place-items-center rounded-md', groupColours[group])}
        >
          <Icon className="size-4" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="font-medium text-[0.8125rem]">{title}</span>
            {via !== null && (
              <span className="truncate text-soft text-xs">
                <span className="sr-only">after: </span>
                {via}
              </span>
            )}
          </span>
          <span dir="auto" className="block truncate text-soft text-[0.8125rem]">
            {summarizeNode(node) || (node.type === 'start' ? 'Every conversation begins here' : 'Nothing here yet')}
          </span>
        </span>
        {isLive && <span className="rounded-full bg-good-soft px-1.5 text-2xs text-good">here</span>}
        {problems > 0 && (
          <span className="shrink-0 rounded-full bg-bad-soft px-2 py-0.5 text-bad text-xs">
            {problems} {problems === 1 ? 'problem' : 'problems'}
          </span>
        )}
      </button>
      {onAddAfter && (
        <Button
          look="quiet"
          size="icon"
          aria-label={`Add a node after ${number}, ${title}`}
          onClick={() => onAddAfter(node.id)}
        >
          <Plus aria-hidden />
        </Button>
      )}
    </div>
  );
});
