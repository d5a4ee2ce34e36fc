import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { classes } from '../../ui/classes.ts';
import { NodeFace } from '../editor/canvas/node-face.tsx';
import type { NodeMark } from './drawing-marks.ts';
import type { DrawnCard as Card } from './drawn-elements.ts';

/** A node of a drawn flow, with what is said of it beside its title and below it. */
export const DrawnCard = memo(function DrawnCard({ data: { node, summary, mark } }: NodeProps<Card>) {
  return (
    <NodeFace
      node={node}
      summary={summary}
      isConnectable={false}
      isFaint={mark.tone === 'faint'}
      className={frames[mark.tone]}
      badges={mark.note && <Note tone={mark.tone} text={mark.note} className="h-5 shrink-0" />}
    >
      {mark.share !== undefined && <ShareBar share={mark.share} />}
      {mark.foot && (
        <Note tone={mark.tone} text={mark.foot} className="absolute top-full left-2.5 mt-1 h-6 max-w-full" />
      )}
    </NodeFace>
  );
});

const frames = {
  plain: 'border-line-strong shadow-card',
  faint: 'border-dashed border-line-strong',
  strong: 'border-good shadow-card',
  live: 'border-good shadow-card ring-4 ring-good/35',
} as const;

/** Between the title and the text: says in sight what the figures say. */
function ShareBar({ share }: { share: number }) {
  return (
    <div aria-hidden className="absolute inset-x-0 top-8.5 h-1 bg-sunken">
      <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

function Note({ tone, text, className }: { tone: NodeMark['tone']; text: string; className: string }) {
  return (
    <span
      className={classes(
        'flex items-center rounded-full border px-2 font-medium text-xs tabular-nums',
        noteColours[tone],
        className,
      )}
    >
      <span className="truncate">{text}</span>
    </span>
  );
}

const noteColours = {
  plain: 'border-line-strong bg-raised text-ink',
  faint: 'border-line bg-surface text-faint',
  strong: 'border-good bg-good-soft text-good',
  live: 'border-good bg-good text-on-accent',
} as const;
