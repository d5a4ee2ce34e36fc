import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command as Primitive } from 'cmdk';
import { Brain, Library, Rocket, Search, Workflow } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef } from 'react';
import { deploymentsQuery } from '../deployments/deployment-queries.ts';
import { flowsQuery } from '../flows/flow-queries.ts';
import { sourcesQuery } from '../sources/source-queries.ts';
import { twinsQuery } from '../twins/twin-queries.ts';
import { classes } from '../ui/classes.ts';
import { overlayClasses, panelClasses } from '../ui/dialog.tsx';
import { type Command, currentCommands, shellGroups } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';

/** Finds any place, flow, twin, source, deployment or action by a few letters of its name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const hasChosen = useRef(false);
  const { data: flows = [] } = useInfiniteQuery(flowsQuery());
  const { data: twins = [] } = useInfiniteQuery(twinsQuery());
  const { data: sources = [] } = useInfiniteQuery(sourcesQuery());
  const { data: deployments = [] } = useInfiniteQuery(deploymentsQuery);
  const offered = currentCommands().filter(({ id }) => id !== 'palette');
  const commands: Command[] = [
    ...offered.filter(({ group }) => group !== shellGroups.everywhere),
    ...flows.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Flows',
      icon: Workflow,
      run: () => void navigate({ to: '/flows/$flowId', params: { flowId: id } }),
    })),
    ...twins.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Twins',
      icon: Brain,
      run: () => void navigate({ to: '/twins/$twinId', params: { twinId: id } }),
    })),
    ...sources.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Sources',
      icon: Library,
      run: () => void navigate({ to: '/sources/$sourceId', params: { sourceId: id } }),
    })),
    ...deployments.map(({ id, name }) => ({
      id,
      label: name,
      group: 'Deployments',
      icon: Rocket,
      run: () => void navigate({ to: '/deployments/$deploymentId', params: { deploymentId: id } }),
    })),
    ...offered.filter(({ group }) => group === shellGroups.everywhere),
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content
          aria-describedby={undefined}
          // What was chosen moves the focus itself.
          onCloseAutoFocus={(event) => hasChosen.current && event.preventDefault()}
          className={classes(panelClasses, 'max-w-xl overflow-hidden')}
        >
          <Dialog.Title className="sr-only">Go to or do anything</Dialog.Title>
          <Primitive label="Go to or do anything" className="flex min-h-0 flex-col">
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden className="size-4 text-faint" />
              <Primitive.Input
                autoFocus
                placeholder="Go to or do anything…"
                className="h-12 w-full bg-transparent text-base outline-none placeholder:text-faint"
              />
            </div>
            <Primitive.List className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5">
              <Primitive.Empty className="px-3 py-8 text-center text-soft">Nothing has this name.</Primitive.Empty>
              {groupsOf(commands).map(([group, inGroup]) => (
                <Primitive.Group key={group} heading={group} className={groupClasses}>
                  {inGroup.map(({ id, label, icon: Icon, keys, run }) => (
                    <Primitive.Item
                      key={id}
                      value={id}
                      keywords={[label]}
                      onSelect={() => {
                        hasChosen.current = true;
                        onClose();
                        run();
                      }}
                      className="flex h-9.5 items-center gap-2.5 rounded-lg px-2.5 data-[selected=true]:bg-hover"
                    >
                      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-faint" />}
                      <span className="min-w-0 flex-1 truncate">{label}</span>
                      {keys && <KeyCaps keys={keys} />}
                    </Primitive.Item>
                  ))}
                </Primitive.Group>
              ))}
            </Primitive.List>
          </Primitive>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const groupClasses =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint';

function groupsOf(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}
