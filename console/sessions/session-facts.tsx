import { Link } from '@tanstack/react-router';
import { formatDistanceStrict } from 'date-fns';
import type { ReactNode } from 'react';
import type { SessionReply } from '../../contract/sessions.ts';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/time.tsx';
import { endReasonWords, judgeWords } from './session-words.ts';

/** Where, when, in which version, why this visitor was served, and how it went. */
export function SessionFacts({ session }: { session: SessionReply }) {
  const { evaluation, decision, endReason, endedAt, personId } = session;
  const facts: [string, ReactNode][] = [
    ['Deployment', session.deployment.name],
    ['Version', session.version.number],
    ['Started', <Moment key="at" at={session.startedAt} />],
    ...(endedAt
      ? [['Lasted', formatDistanceStrict(new Date(session.startedAt), new Date(endedAt))] satisfies [string, ReactNode]]
      : []),
    ...(endReason ? [['Ended because', endReasonWords[endReason]] satisfies [string, ReactNode]] : []),
    ['Mode, language', `${session.mode}, ${session.language}`],
    [
      'Person',
      personId ? (
        <Link key="person" to="/people/$personId" params={{ personId }} className="text-accent-text hover:underline">
          See the person
        </Link>
      ) : (
        'Unknown'
      ),
    ],
    ['Served because', decision ? decisionInWords(decision) : 'Started by the API'],
    ['Outcome', evaluation ? `${evaluation.reason} ${judgeWords[evaluation.by]}`.trim() : 'Judged once it has ended'],
  ];
  return <Facts facts={facts} />;
}

function decisionInWords({ group, bucket, percentage }: NonNullable<SessionReply['decision']>): string {
  const who = group ? `matches “${group}”` : 'everyone may';
  return `${who}; bucket ${bucket} of 10,000 is within ${percentage} %`;
}
