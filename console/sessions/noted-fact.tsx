import { Link, useLocation } from '@tanstack/react-router';
import type { EventOf } from '../../core/session/session-event.ts';
import { useCan } from '../access/workspace-queries.ts';
import { classes } from '../ui/classes.ts';

export interface NotedFactProps {
  fact: EventOf<'factLearned'>;
  /** About whom; null in a session of nobody in particular. */
  personId: string | null;
}

/** What a twin noted about the visitor, which may be forgotten by now, and the way to all that is remembered. */
export function NotedFact({ fact: { seq, text }, personId }: NotedFactProps) {
  const id = `event-${seq}`;
  const isMeant = useLocation({ select: ({ hash }) => hash === id });
  const canReadPeople = useCan('people:read');
  return (
    <li
      id={id}
      className={classes(
        'wrap-anywhere scroll-mt-18 px-2 py-1 text-center text-xs',
        isMeant ? 'rounded-lg bg-accent-soft' : 'text-faint',
      )}
    >
      The twin noted: <bdi>{text}</bdi>
      {personId && canReadPeople && (
        <>
          {' '}
          <Link
            to="/people/$personId"
            params={{ personId }}
            hash="memory"
            className="mx-1 whitespace-nowrap text-accent-text underline underline-offset-2"
          >
            Memory of this person
          </Link>
        </>
      )}
    </li>
  );
}
