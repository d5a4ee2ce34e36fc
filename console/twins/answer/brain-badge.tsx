import { Bot, Quote } from 'lucide-react';
import type { BrainKind } from '../../../core/session/session-event.ts';
import { Badge } from '../../ui/badge.tsx';

/** Who wrote an answer, honestly. */
export function BrainBadge({ by }: { by: BrainKind }) {
  return by === 'model' ? (
    <Badge tone="accent">
      <Bot aria-hidden />
      Model
    </Badge>
  ) : (
    <Badge tone="info">
      <Quote aria-hidden />
      Built-in: quotes
    </Badge>
  );
}
