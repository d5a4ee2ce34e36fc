import { Badge } from '../ui/badge.tsx';
import { outcomeWords } from './session-words.ts';

export function OutcomeBadge({ outcome }: { outcome: keyof typeof outcomeWords }) {
  const { tone, label } = outcomeWords[outcome];
  return <Badge tone={tone}>{label}</Badge>;
}
