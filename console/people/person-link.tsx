import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '../access/workspace-queries.ts';
import { personQuery } from './people-queries.ts';
import { personName } from './person-name.ts';

/** Somebody by name, with the way to their page; for whoever may not read people, just somebody. */
export function PersonLink({ personId }: { personId: string }) {
  const canRead = useCan('people:read');
  const { data: person } = useQuery({ ...personQuery(personId), enabled: canRead });
  if (!person) return 'one person';
  return (
    <Link
      to="/people/$personId"
      params={{ personId }}
      className="wrap-anywhere relative text-accent-text underline underline-offset-2"
    >
      {personName(person)}
    </Link>
  );
}
