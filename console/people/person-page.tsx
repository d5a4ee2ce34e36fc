import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PersonReply } from '../../contract/people.ts';
import { useCan } from '../access/workspace-queries.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Ago } from '../ui/time.tsx';
import { personQuery } from './people-queries.ts';
import { PersonMemory } from './person-memory.tsx';
import { PersonMenu } from './person-menu.tsx';
import { personName } from './person-name.ts';
import { PersonSources } from './person-sources.tsx';

const route = getRouteApi('/shell/people/$personId');

/** What is known of a person and remembered from their talks, their own sources, and the way to their sessions. */
export function PersonPage() {
  const { personId } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const canReadSources = useCan('twins:read');
  return (
    <Page
      title={personName(person)}
      width="narrow"
      back={{ label: 'People', link: { to: '/people' } }}
      actions={
        <>
          <Button asChild>
            <Link to="/sessions" search={{ person: person.id }}>
              <MessagesSquare aria-hidden />
              {person.sessionCount === 1 ? '1 session' : `${person.sessionCount} sessions`}
            </Link>
          </Button>
          <PersonMenu person={person} />
        </>
      }
    >
      <div className="grid gap-6">
        <Card title="Profile">
          <Facts facts={profileOf(person)} />
        </Card>
        <Card title="Attributes" description="From your systems, signed identity and what the person said.">
          <Attributes attributes={person.attributes} />
        </Card>
        <PersonMemory personId={person.id} />
        {canReadSources && <PersonSources key={person.id} personId={person.id} />}
      </div>
    </Page>
  );
}

function profileOf(person: PersonReply): [string, ReactNode][] {
  return [
    ['Name', person.name ?? 'Not known yet'],
    ['Email', person.email ?? 'Not known yet'],
    ['First seen', <Ago key="first" at={person.createdAt} />],
    ['Last seen', <Ago key="last" at={person.lastSeenAt} />],
    ...(person.keys.length > 0 ? [['Keys', <Keys key="keys" keys={person.keys} />] satisfies [string, ReactNode]] : []),
  ];
}

/** By what the person is recognised. */
function Keys({ keys }: Pick<PersonReply, 'keys'>) {
  return (
    <ul>
      {keys.map(({ namespace, key }) => (
        <li key={key}>
          <code className="break-all font-mono text-[0.8125rem]">{key}</code>{' '}
          <span className="text-faint">{namespace === 'subject' ? 'signed in' : 'browser'}</span>
        </li>
      ))}
    </ul>
  );
}

function Attributes({ attributes }: Pick<PersonReply, 'attributes'>) {
  const facts = Object.entries(attributes).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)] as const,
  );
  if (facts.length === 0) return <p className="text-soft">None yet.</p>;
  return <Facts facts={facts} />;
}
