import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import type { NodeType } from '../../../../core/flow/graph.ts';
import { classes } from '../../../ui/classes.ts';
import type { Point } from '../graph/edit-graph.ts';
import { findTypes } from '../graph/find-types.ts';
import { addableTypes, nodeCatalogue, nodeGroups } from '../graph/node-catalogue.ts';
import { groupColours, nodeIcons } from './node-icons.ts';

export interface AddNodeMenuProps {
  /** Where on the screen; in the middle when absent. */
  at?: Point;
  onChoose: (type: NodeType) => void;
  onClose: () => void;
}

const size = { width: 288, height: 340 };

/** Chooses the type of a node to add, by typing or by arrows. */
export function AddNodeMenu({ at, onChoose, onClose }: AddNodeMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const before = document.activeElement;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !panel.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, [onClose]);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Add a node"
      style={placeOf(at)}
      className="fixed z-40 animate-fade overflow-hidden rounded-xl bg-raised shadow-float"
    >
      <Command
        label="Add a node"
        shouldFilter={false}
        className="flex h-full flex-col"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder="Add a node…"
          className="h-10 w-full border-line border-b bg-transparent px-3 outline-none placeholder:text-faint"
        />
        <Command.List className="min-h-0 flex-1 overflow-y-auto p-1">
          <Command.Empty className="p-3 text-soft">No such node.</Command.Empty>
          {typed.trim() !== '' && findTypes(typed).map((type) => item(type, onChoose))}
          {typed.trim() === '' &&
            nodeGroups.map((group) => (
              <Command.Group key={group} heading={group} className={headingClasses}>
                {addableTypes.filter((type) => nodeCatalogue[type].group === group).map((type) => item(type, onChoose))}
              </Command.Group>
            ))}
        </Command.List>
      </Command>
    </div>
  );
}

function item(type: NodeType, onChoose: (type: NodeType) => void) {
  const { title, description, group } = nodeCatalogue[type];
  const Icon = nodeIcons[type];
  return (
    <Command.Item
      key={type}
      value={type}
      onSelect={() => onChoose(type)}
      className="flex items-center gap-2.5 rounded-lg px-2 py-1.5 data-[selected=true]:bg-hover"
    >
      <span aria-hidden className={classes('grid size-7 shrink-0 place-items-center rounded-md', groupColours[group])}>
        <Icon className="size-4" />
      </span>
      <span className="min-w-0">
        <span className="block font-medium text-[0.8125rem] leading-tight">{title}</span>
        <span className="block truncate text-soft text-xs">{description}</span>
      </span>
    </Command.Item>
  );
}

const headingClasses =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint';

/** Wholly on the screen, near the point. */
function placeOf(at: Point | undefined) {
  const { width, height } = size;
  const { x, y } = at ?? { x: (innerWidth - width) / 2, y: innerHeight * 0.2 };
  const left = Math.max(8, Math.min(x, innerWidth - width - 8));
  const top = Math.max(8, Math.min(y, innerHeight - height - 8));
  return { left, top, width, height: Math.min(height, innerHeight - 16) };
}
