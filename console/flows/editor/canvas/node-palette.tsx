import type { NodeType } from '../../../../core/flow/graph.ts';
import { classes } from '../../../ui/classes.ts';
import { addableTypes, nodeCatalogue, nodeGroups } from '../graph/node-catalogue.ts';
import { groupColours, nodeIcons } from './node-icons.ts';

/** The kind of data a dragged type travels as. */
export const draggedType = 'application/x-parley-node';

/** Every type of node: click to add one after the selected node, or drag it onto the canvas. */
export function NodePalette({ onAdd }: { onAdd: (type: NodeType) => void }) {
  return (
    <nav
      aria-label="Add a node"
      className="flex w-12 shrink-0 flex-col gap-2 overflow-y-auto border-line border-r bg-surface p-1.5 [scrollbar-width:none] xl:w-40"
    >
      {nodeGroups.map((group) => (
        <div key={group}>
          <p aria-hidden className="hidden px-2 pt-1 pb-0.5 text-2xs text-faint xl:block">
            {group}
          </p>
          {addableTypes
            .filter((type) => nodeCatalogue[type].group === group)
            .map((type) => (
              <PaletteItem key={type} type={type} onAdd={onAdd} />
            ))}
        </div>
      ))}
    </nav>
  );
}

function PaletteItem({ type, onAdd }: { type: NodeType; onAdd: (type: NodeType) => void }) {
  const { title, description, group } = nodeCatalogue[type];
  const Icon = nodeIcons[type];
  return (
    <button
      type="button"
      draggable
      title={description}
      aria-label={`Add ${title}`}
      onClick={() => onAdd(type)}
      onDragStart={(event) => {
        event.dataTransfer.setData(draggedType, type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      className="flex h-8 w-full items-center gap-2 rounded-lg px-1.5 text-left text-[0.8125rem] hover:bg-hover"
    >
      <span aria-hidden className={classes('grid size-6 shrink-0 place-items-center rounded-md', groupColours[group])}>
        <Icon className="size-3.5" />
      </span>
      <span className="hidden truncate xl:inline">{title}</span>
    </button>
  );
}
