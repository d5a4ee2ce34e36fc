import type { SourceSummary } from '../../contract/sources.ts';
import { Badge } from '../ui/badge.tsx';
import { statusWords } from './source-words.ts';

/** How far a source is: its state, how much of it is read, and which try comes next where one failed. */
export function SourceStatusBadge({ source: { status, progress, retry } }: { source: SourceSummary }) {
  const { label, tone } = statusWords[status];
  return (
    <Badge tone={tone}>
      {retry === null ? label : `Retrying, try ${retry.attempt} of ${retry.of}`}
      {status === 'reading' && ` ${Math.round(progress * 100)} %`}
    </Badge>
  );
}
