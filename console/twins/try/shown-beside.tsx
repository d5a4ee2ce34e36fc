import { Flag, Mail, MousePointerClick, UserRound } from 'lucide-react';
import type { TriedReply } from '../../../contract/twins.ts';
import { Badge } from '../../ui/badge.tsx';

/** What visitors would be shown beside the words of an answer. */
export function ShownBeside({
  reply,
}: {
  reply: Pick<TriedReply, 'actions' | 'asksEmail' | 'offersEnd' | 'handsOff'>;
}) {
  const parts = [
    ...reply.actions.map(({ label }) => ({ icon: MousePointerClick, words: `Shows “${label}”` })),
    ...(reply.asksEmail ? [{ icon: Mail, words: 'Asks for an email address' }] : []),
    ...(reply.offersEnd ? [{ icon: Flag, words: 'Offers to end the session' }] : []),
    ...(reply.handsOff ? [{ icon: UserRound, words: 'Hands over to a human' }] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <ul aria-label="Shown with it" className="flex flex-wrap gap-1.5">
      {parts.map(({ icon: Icon, words }) => (
        <li key={words} className="min-w-0">
          <Badge tone="accent">
            <Icon aria-hidden />
            <span className="max-w-64 truncate">{words}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
