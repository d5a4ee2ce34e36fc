import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SessionReply } from '../../../contract/sessions.ts';
import { Moment } from '../../ui/time.tsx';
import { NodeLabel } from './node-label.tsx';
import { nodeNames } from './node-names.ts';
import { pathOf } from './path-of.ts';
import { spanInWords } from './span-in-words.ts';
import { flowOfSessionQuery } from './version-query.ts';

/** The way the session took through its version of the flow. */
export function NodePath({ session }: { session: SessionReply }) {
  const { data: flow } = useQuery(flowOfSessionQuery(session));
  const nameOf = useMemo(() => (flow ? nodeNames(flow.version) : undefined), [flow]);
  const steps = pathOf(session.events);
  if (steps.length === 0) return <p className="text-soft">No node was entered yet.</p>;
  return (
    <ol aria-label="Nodes entered" className="rounded-xl border border-line bg-surface p-4 shadow-card">
      {steps.map(({ seq, nodeId, flowId, nodeType, at, stayedMs }) => (
        <li key={seq} className="group relative flex gap-3 pb-4 last:pb-0">
          <span aria-hidden className="relative mt-1.5 size-2.5 shrink-0 rounded-full bg-accent">
            <span className="absolute top-3 left-1/2 h-10 w-px bg-line-strong group-last:hidden" />
          </span>
          <div className="min-w-0 flex-1">
            <NodeLabel name={nameOf?.(nodeId, flowId)} nodeType={nodeType} nodeId={nodeId} />
          </div>
          <span className="shrink-0 text-right text-faint text-xs">
            <Moment at={at} pattern="HH:mm:ss" />
            <span className="block">{stayedMs === undefined ? 'is here' : spanInWords(stayedMs)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
