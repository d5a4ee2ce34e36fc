import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { SessionEvent } from '../../../../core/session/session-event.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { type Reply, ReplyControl } from './reply-control.tsx';
import { requestedInput, type TestRun } from './test-run.ts';

export interface TranscriptProps {
  run: TestRun;
  onReply: (reply: Reply) => void;
  onAction: (actionId: string) => void;
}

/** What was said in a test, and the control for what is asked now. */
export function Transcript({ run, onReply, onAction }: TranscriptProps) {
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the conversation as it grows
  useEffect(() => void end.current?.scrollIntoView({ block: 'nearest' }), [run.events.length]);
  const request = requestedInput(run);
  return (
    <>
      <div role="log" aria-label="Test conversation" className="grid gap-2">
        {run.events.map((event) => (
          <Fragment key={event.seq}>{lineOf(event, onAction)}</Fragment>
        ))}
      </div>
      {run.awaited && <p className="animate-pulse text-soft text-xs">{waitingFor(run.awaited)}</p>}
      {request && <ReplyControl key={request.seq} input={request.input} onReply={onReply} />}
      <div ref={end} />
    </>
  );
}

function lineOf(event: SessionEvent, onAction: (actionId: string) => void) {
  switch (event.type) {
    case 'message':
      return event.from === 'visitor' ? (
        <Bubble isVisitor>{event.text}</Bubble>
      ) : (
        <Bubble>{unescaped(event.text)}</Bubble>
      );
    case 'inputRejected':
      return <p className="text-bad text-xs">{event.message}</p>;
    case 'actionShown':
      return (
        <div className="rounded-xl border border-line-strong px-3 py-2">
          <p className="text-soft">{event.description}</p>
          <Button size="small" className="mt-1.5" title={event.url} onClick={() => onAction(event.actionId)}>
            {event.label}
          </Button>
        </div>
      );
    case 'actionTaken':
      return <Note>The button was clicked.</Note>;
    case 'httpResponded':
      return (
        <Note>
          {event.status === 0 ? `No response: ${event.error}` : `The request was answered with ${event.status}.`}
        </Note>
      );
    case 'splitDrawn':
      return <Note>Drawn: {event.branchId}</Note>;
    case 'handoffRequested':
      return <Note>Handed off to a person{event.note ? `, with the note “${event.note}”` : ''}.</Note>;
    case 'sessionEnded':
      return (
        <Note>
          The conversation ended ({endings[event.reason] ?? event.reason}
          {event.outcome && `, ${event.outcome === 'achieved' ? 'goal achieved' : 'goal not achieved'}`}).{' '}
          {event.detail}
        </Note>
      );
    default:
      return null;
  }
}

const endings: Readonly<Record<string, string>> = {
  flowFinished: 'the flow is finished',
  handedOff: 'handed off',
  limitReached: 'it reached a limit',
  failed: 'it failed',
};

function Bubble({ isVisitor = false, children }: { isVisitor?: boolean; children: string }) {
  return (
    <p
      dir="auto"
      className={classes(
        'max-w-[88%] whitespace-pre-wrap rounded-2xl px-3 py-1.5 [overflow-wrap:anywhere]',
        isVisitor ? 'justify-self-end bg-accent text-on-accent' : 'justify-self-start bg-sunken',
      )}
    >
      <span className="sr-only">{isVisitor ? 'You: ' : 'Flow: '}</span>
      {children}
    </p>
  );
}

/** Values in messages are escaped for Markdown, which is shown here as it was written. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-center text-faint text-xs [overflow-wrap:anywhere]">{children}</p>;
}

function waitingFor(effect: NonNullable<TestRun['awaited']>): string {
  return effect.type === 'callHttp' ? `Waiting for ${effect.method} ${effect.url} …` : 'A moment …';
}
