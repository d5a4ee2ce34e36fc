import { useMutation } from '@tanstack/react-query';
import { CornerDownLeft, RotateCcw } from 'lucide-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { type TriedReply, twinEndpoints } from '../../../contract/twins.ts';
import { api } from '../../api/api.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TriedAnswer } from './tried-answer.tsx';

interface Turn {
  readonly question: string;
  readonly reply: TriedReply;
}

/** A talk with the draft, as it is saved: each answer with what it rests on. Nothing of it is stored. */
export function TryPanel({ twinId, isDirty }: { twinId: string; isDirty: boolean }) {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [question, setQuestion] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const ask = useMutation({
    mutationFn: (asked: string) =>
      api.call(twinEndpoints.tryTwin, {
        params: { id: twinId },
        body: { question: asked, transcript: transcriptOf(turns) },
      }),
    onSuccess(reply, asked) {
      setTurns((before) => [...before, { question: asked, reply }]);
      setQuestion('');
    },
  });
  function submit(event: SubmitEvent) {
    event.preventDefault();
    const asked = question.trim();
    if (asked !== '' && !ask.isPending) ask.mutate(asked);
  }
  function startOver() {
    setTurns([]);
    ask.reset();
    input.current?.focus();
  }
  return (
    <Card
      title="Try it"
      description={isDirty ? 'Answers as it was saved; save to try your changes.' : 'Answers from all your sources.'}
      actions={
        turns.length > 0 && (
          <Button look="quiet" size="small" onClick={startOver}>
            <RotateCcw aria-hidden />
            Start over
          </Button>
        )
      }
    >
      <ol aria-label="Talk with the twin" aria-live="polite" className="mb-4 grid gap-5 empty:hidden">
        {turns.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
          <li key={index} className="grid gap-2.5">
            <Asked>{turn.question}</Asked>
            <TriedAnswer reply={turn.reply} onAsk={(suggestion) => !ask.isPending && ask.mutate(suggestion)} />
          </li>
        ))}
        {ask.isPending && (
          <li className="grid gap-2.5">
            <Asked>{ask.variables}</Asked>
            <p className="text-faint text-xs">It is writing…</p>
          </li>
        )}
      </ol>
      {ask.isError && (
        <div className="mb-3">
          <ProblemNote error={ask.error} />
        </div>
      )}
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label="Your question" isLabelHidden={turns.length > 0}>
            <Input
              ref={input}
              value={question}
              maxLength={16_000}
              autoComplete="off"
              placeholder="What would a visitor ask?"
              onChange={(event) => setQuestion(event.target.value)}
            />
          </Field>
        </div>
        <Button type="submit" className="h-9" isBusy={ask.isPending}>
          <CornerDownLeft aria-hidden />
          Ask
        </Button>
      </form>
    </Card>
  );
}

function Asked({ children }: { children: string }) {
  return (
    <p className="wrap-anywhere w-fit max-w-[85%] justify-self-end whitespace-pre-wrap rounded-2xl rounded-tr-md bg-accent-soft px-3.5 py-2">
      {children}
    </p>
  );
}

const mostTurns = 50;

function transcriptOf(turns: readonly Turn[]) {
  return turns.slice(-mostTurns).flatMap(({ question, reply }) => [
    { from: 'visitor' as const, text: question },
    { from: 'twin' as const, text: reply.text.slice(0, 16_000) },
  ]);
}
