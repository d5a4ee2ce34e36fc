import { Link } from '@tanstack/react-router';
import { formatDistanceStrict } from 'date-fns';
import type { ReactNode } from 'react';
import type { SessionReply } from '../../contract/sessions.ts';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { decisionInWords } from './decision-in-words.ts';
import { OutcomeBadge } from './outcome-badge.tsx';
import { FunnelLink } from './path/funnel-link.tsx';
import { endReasonWords, judgeWords } from './session-words.ts';

/** Where, when, in which version, why this visitor was served, and how it went. */
export function SessionFacts({ session }: { session: SessionReply }) {
  const { deployment, subject, evaluation, decision, endReason, endedAt, personId } = session;
  const facts: [string, ReactNode][] = [
    [
      'Deployment',
      <Link
        key="deployment"
        to="/deployments/$deploymentId/$part"
        params={{ deploymentId: deployment.id, part: 'general' }}
        className={linkClasses}
      >
        {deployment.name}
      </Link>,
    ],
    subject.kind === 'twin'
      ? [
          'Twin',
          <Link key="twin" to="/twins/$twinId" params={{ twinId: subject.id }} className={linkClasses}>
            {subject.name}
          </Link>,
        ]
      : [
          'Flow',
          <Link key="flow" to="/flows/$flowId" params={{ flowId: subject.id }} className={linkClasses}>
            {subject.name}
          </Link>,
        ],
    ['Version', <FunnelLink key="version" session={session} />],
    ['Started', <Moment key="at" at={session.startedAt} />],
    ...(endedAt
      ? [['Lasted', formatDistanceStrict(new Date(session.startedAt), new Date(endedAt))] satisfies [string, ReactNode]]
      : []),
    ...(endReason ? [['Ended because', endReasonWords[endReason]] satisfies [string, ReactNode]] : []),
    ['Mode, language', `${session.mode}, ${session.language}`],
    [
      'Person',
      personId ? (
        <Link key="person" to="/people/$personId" params={{ personId }} className={linkClasses}>
          {session.personName ?? 'See the person'}
        </Link>
      ) : (
        'Unknown'
      ),
    ],
    ['Served because', decision ? decisionInWords(decision) : 'Started by the API'],
    [
      'Outcome',
      evaluation ? (
        <div key="outcome" className="grid justify-items-start gap-1">
          <OutcomeBadge outcome={evaluation.outcome} />
          {evaluation.reason && <p>{evaluation.reason}</p>}
          {judgeWords[evaluation.by] && <p className="text-faint text-xs">Judged {judgeWords[evaluation.by]}</p>}
        </div>
      ) : (
        'Judged once it has ended'
      ),
    ],
  ];
  return <Facts facts={facts} />;
}

const linkClasses = 'text-accent-text [overflow-wrap:anywhere] hover:underline';
