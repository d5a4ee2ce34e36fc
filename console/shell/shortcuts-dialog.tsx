import { useId } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Switch } from '../ui/switch.tsx';
import { currentCommands } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import { useSingleKeys } from './shortcuts.ts';

/** Every key that does something on this page. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [areOn, switchTo] = useSingleKeys();
  const id = useId();
  const commands = currentCommands().filter(({ keys }) => keys);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog isOpen onClose={onClose} title="Keyboard shortcuts">
      <div className="grid gap-5">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="pb-1 font-medium text-faint text-xs">{group}</h3>
            <dl className="divide-y divide-line">
              {commands
                .filter((command) => command.group === group)
                .map(({ id: command, label, keys = '' }) => (
                  <div key={command} className="flex items-center justify-between gap-4 py-2">
                    <dt>{label}</dt>
                    <dd>
                      <KeyCaps keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <div className="flex items-center justify-between gap-4 rounded-xl bg-sunken px-3.5 py-3">
          <label htmlFor={id} className="text-soft">
            Shortcuts of single keys
          </label>
          <Switch id={id} checked={areOn} onCheckedChange={switchTo} />
        </div>
      </div>
    </Dialog>
  );
}
