import type { SourceSummary } from '../../contract/sources.ts';
import { Badge } from '../ui/badge.tsx';
import { statusWords } from './source-words.ts';

/** How far a source is: its state, and how much of it is read. */
export function SourceStatusBadge({ source: { status, progress } }: { source: SourceSummary }) {
  const { label, tone } = statusWords[status];
  return (
    <Badge tone={tone}>
      {label}
      {status === 'reading' && ` ${Math.round(progress * 100)} %`}
    </Badge>
  );
}
