import { Plus } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useCommands } from './commands.ts';

export interface NewButtonProps {
  /** What it makes, such as "flow". */
  kind: string;
  /** What the palette lists it under, such as "Flows". */
  group: string;
  onNew: () => void;
}

/** The way to something new: the page's main button, in the palette too, and by a key. A page shows it once. */
export function NewButton({ kind, group, onNew }: NewButtonProps) {
  const label = `New ${kind}`;
  useCommands([{ id: label, label, group, icon: Plus, keys: 'c', run: onNew }]);
  return (
    <Button look="main" onClick={onNew}>
      <Plus aria-hidden />
      {label}
    </Button>
  );
}
