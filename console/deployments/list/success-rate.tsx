import { TriangleAlert } from 'lucide-react';
import type { DeploymentListItem } from '../../../contract/deployments.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

/** Below this many judged sessions a rate says more about chance than about the flow. */
const reliableFrom = 30;

/** Achieved of the judged sessions, with the numbers behind it and a warning when they are few. */
export function SuccessRate({ stats: { achieved, judged } }: { stats: DeploymentListItem['stats'] }) {
  if (judged === 0) return <span className="whitespace-nowrap text-faint text-xs">None judged</span>;
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums">
        {judged < reliableFrom && <FewWarning judged={judged} />}
        {Math.round((achieved / judged) * 100)} %
      </span>
      <span className="whitespace-nowrap text-faint text-xs tabular-nums">{`${achieved.toLocaleString()} of ${judged.toLocaleString()}`}</span>
    </span>
  );
}

function FewWarning({ judged }: { judged: number }) {
  const words = `Only ${judged} judged: too few to rely on`;
  return (
    <Tooltip content={words}>
      <button type="button" aria-label={words} className="relative text-warn">
        <TriangleAlert aria-hidden className="size-3.5" />
      </button>
    </Tooltip>
  );
}
