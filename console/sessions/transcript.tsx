import type { ReactNode } from 'react';
import type { SessionReply } from '../../contract/sessions.ts';
import type { EventOf, SessionEvent } from '../../core/session/session-event.ts';
import { AnswerNotice } from '../twins/answer/answer-notice.tsx';
import { AnswerText } from '../twins/answer/answer-text.tsx';
import { BrainBadge } from '../twins/answer/brain-badge.tsx';
import { CitationList } from '../twins/answer/citation-list.tsx';
import { classes } from '../ui/classes.ts';
import { Moment } from '../ui/moment.tsx';
import { NotedFact } from './noted-fact.tsx';
import { endReasonWords } from './session-words.ts';

/** What was said, in order, as a visitor and the agent saw it. */
export function Transcript({ events, personId }: Pick<SessionReply, 'events' | 'personId'>) {
  const lines = events.flatMap((event) => lineOf(event, personId) ?? []);
  return (
    <div role="log" aria-label="Transcript">
      <ol className="grid gap-3">{lines}</ol>
    </div>
  );
}

function lineOf(event: SessionEvent, personId: string | null) {
  switch (event.type) {
    case 'message':
      return <Said key={event.seq} message={event} />;
    case 'inputRejected':
      return <Note key={event.seq}>Not accepted: {event.message}</Note>;
    case 'actionShown':
      return <Note key={event.seq}>Offered: {event.label}</Note>;
    case 'actionTaken':
      return <Note key={event.seq}>The visitor followed the offer</Note>;
    case 'emailCollected':
      return <Note key={event.seq}>Left an email address: {event.email}</Note>;
    case 'twinReplied':
      return event.notice === undefined ? null : <BrainFailed key={event.seq} notice={event.notice} />;
    case 'factLearned':
      return <NotedFact key={event.seq} fact={event} personId={personId} />;
    case 'handoffRequested':
      return <Note key={event.seq}>Handed to a person</Note>;
    case 'sessionEnded':
      return <Note key={event.seq}>{endReasonWords[event.reason]}</Note>;
    default:
      return null;
  }
}

const speakers = { agent: 'Agent', visitor: 'Visitor', member: 'Member' } as const;

function Said({ message }: { message: EventOf<'message'> }) {
  const isVisitor = message.from === 'visitor';
  return (
    <li
      className={classes(
        'grid max-w-[85%] gap-1',
        isVisitor ? 'justify-items-end justify-self-end' : 'justify-self-start',
      )}
    >
      <span className="flex items-center gap-2 text-faint text-xs">
        {speakers[message.from]}
        <Moment at={message.at} pattern="HH:mm" />
        {message.by && <BrainBadge by={message.by} />}
      </span>
      <div
        dir="auto"
        className={classes(
          'w-fit whitespace-pre-wrap break-words rounded-2xl px-3.5 py-2',
          isVisitor ? 'rounded-tr-md bg-accent-soft' : 'rounded-tl-md border border-line bg-surface',
        )}
      >
        {message.by ? <AnswerText text={message.text} /> : message.text}
      </div>
      {message.citations && <CitationList citations={message.citations} />}
      {message.choices && (
        <ul aria-label="Choices offered" className="flex flex-wrap gap-1.5">
          {message.choices.map(({ id, label }) => (
            <li key={id} className="rounded-full border border-line-strong px-2.5 py-0.5 text-soft text-xs">
              {label}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** For the owner: the visitor read the answer that follows, and nothing of this. */
function BrainFailed({ notice }: { notice: string }) {
  return (
    <li className="max-w-[85%] justify-self-start">
      <AnswerNotice>{notice}</AnswerNotice>
    </li>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <li className="py-1 text-center text-faint text-xs">{children}</li>;
}
