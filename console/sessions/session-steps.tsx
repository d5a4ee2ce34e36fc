import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCommands } from '../shell/commands.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import type { SessionFilter } from './session-filter.ts';
import type { SessionTab } from './session-tabs.ts';
import { useNeighbours } from './use-neighbours.ts';

export interface SessionStepsProps {
  sessionId: string;
  filter: SessionFilter;
  /** The part that stays shown. */
  tab: SessionTab;
}

/** To the next and the previous session of the list, by button or key. */
export function SessionSteps({ sessionId, filter, tab }: SessionStepsProps) {
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(sessionId, filter);
  const open = (id: string | undefined) => {
    if (id) void navigate({ to: '/sessions/$sessionId', params: { sessionId: id }, search: { ...filter, tab } });
  };
  const steps = [
    { id: 'previous', label: 'Previous session', keys: 'k', target: previous, Icon: ChevronUp },
    { id: 'next', label: 'Next session', keys: 'j', target: next, Icon: ChevronDown },
  ];
  useCommands(
    steps.map(({ id, label, keys, target, Icon }) => ({
      id: `${id}Session`,
      label,
      group: 'Session',
      icon: Icon,
      keys,
      run: () => open(target),
    })),
  );
  return steps.map(({ id, label, keys, target, Icon }) => (
    <Tooltip key={id} content={`${label} (${keys})`}>
      <Button size="icon" aria-label={label} aria-disabled={!target} className={dimmed} onClick={() => open(target)}>
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  ));
}

/** Focus stays on the button at the end of the list. */
const dimmed = 'aria-disabled:cursor-not-allowed aria-disabled:opacity-55';
