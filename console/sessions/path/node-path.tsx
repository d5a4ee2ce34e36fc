import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SessionReply } from '../../../contract/sessions.ts';
import { useShownNode } from '../../flows/drawing/use-shown-node.ts';
import { Moment } from '../../ui/moment.tsx';
import { NodeLabel } from './node-label.tsx';
import { nodeNames } from './node-names.ts';
import { PathDrawing } from './path-drawing.tsx';
import { type PathStep, pathOf } from './path-of.ts';
import { spanInWords } from './span-in-words.ts';
import { versionOfSessionQuery } from './version-of-session-query.ts';

/** The way the session took through its version of the flow: drawn on it, and step by step. */
export function NodePath({ session }: { session: SessionReply }) {
  const { data: version } = useQuery(versionOfSessionQuery(session));
  const nameOf = useMemo(() => (version ? nodeNames(version) : undefined), [version]);
  const steps = useMemo(() => pathOf(session.events), [session.events]);
  const { drawing, focus, show } = useShownNode(steps.length);
  if (steps.length === 0) return <p className="text-soft">No node was entered yet.</p>;
  return (
    <div className="grid gap-4">
      {version && (
        <div ref={drawing} className="scroll-m-4">
          <PathDrawing version={version} steps={steps} isRunning={session.status === 'active'} shown={focus} />
        </div>
      )}
      <ol aria-label="Nodes entered" className="rounded-xl border border-line bg-surface p-4 shadow-card">
        {steps.map((step, index) => (
          <Step
            key={step.seq}
            step={step}
            number={index + 1}
            nameOf={nameOf}
            onShow={version && (() => show(drawnNode(steps, index)))}
          />
        ))}
      </ol>
    </div>
  );
}

/** Where a step stands on the drawing: one inside a subflow at the node that ran it. */
function drawnNode(steps: readonly PathStep[], index: number): string {
  const step = steps.slice(0, index + 1).findLast(({ flowId }) => flowId === undefined);
  return step?.nodeId ?? '';
}

interface StepProps {
  step: PathStep;
  number: number;
  nameOf: ReturnType<typeof nodeNames> | undefined;
  onShow: (() => void) | undefined;
}

function Step({ step: { nodeId, flowId, nodeType, at, stayedMs }, number, nameOf, onShow }: StepProps) {
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span
        aria-hidden
        className="relative grid h-5 min-w-5 shrink-0 place-items-center self-start rounded-full bg-accent-soft px-1 font-medium text-accent-text text-xs tabular-nums"
      >
        {number}
        <span className="absolute top-6 left-1/2 h-8 w-px bg-line-strong group-last:hidden" />
      </span>
      <div className="min-w-0 flex-1">
        <NodeLabel name={nameOf?.(nodeId, flowId)} nodeType={nodeType} nodeId={nodeId} onShow={onShow} />
      </div>
      <span className="shrink-0 text-right text-faint text-xs">
        <Moment at={at} pattern="HH:mm:ss" />
        <span className="block">{stayedMs === undefined ? 'is here' : spanInWords(stayedMs)}</span>
      </span>
    </li>
  );
}
