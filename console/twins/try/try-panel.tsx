import { useMutation } from '@tanstack/react-query';
import { CornerDownLeft, RotateCcw } from 'lucide-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { ProblemError } from '../../../contract/client.ts';
import { twinEndpoints } from '../../../contract/twins.ts';
import { api } from '../../api/api.ts';
import { problemSentence } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TriedAnswer } from './tried-answer.tsx';
import { beginsTalk, type Turn, transcriptUnder } from './tried-as.ts';
import { TryAs } from './try-as.tsx';
import { useTriedAs } from './use-tried-as.ts';

/** A talk with the draft, as it is saved: each answer with what it rests on. Nothing of it is stored. */
export function TryPanel({ twinId, isDirty }: { twinId: string; isDirty: boolean }) {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [question, setQuestion] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const trying = useTriedAs(twinId, () => ask.isError && ask.reset());
  const ask = useMutation({
    mutationFn: async (asked: string): Promise<Turn> => {
      const { as, label } = trying;
      const body = { question: asked, transcript: transcriptUnder(turns, as), ...as };
      return {
        question: asked,
        as,
        label,
        reply: await api.call(twinEndpoints.tryTwin, { params: { id: twinId }, body }),
      };
    },
    onSuccess(turn) {
      setTurns((before) => [...before, turn]);
      setQuestion('');
    },
  });
  const problemAt = (field: string) => problemOf(ask.error, field);
  const isElsewhere = ['deploymentId', 'goal', 'instructions', 'languages', 'sources'].some(problemAt);
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
      description={
        isDirty ? 'Answers as it was saved; save to try your changes.' : 'Answers as visitors would get them.'
      }
      actions={
        turns.length > 0 && (
          <Button look="quiet" size="small" onClick={startOver}>
            <RotateCcw aria-hidden />
            Start over
          </Button>
        )
      }
    >
      <TryAs trying={trying} problemAt={problemAt} />
      <ol aria-label="Talk with the twin" aria-live="polite" className="mb-4 grid gap-5 empty:hidden">
        {turns.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end
          <li key={index} className="grid gap-2.5">
            {beginsTalk(turns, index) && <TalkBegins label={turn.label} />}
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
      {ask.isError && !isElsewhere && (
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

/** What is wrong with a field or something within it, as the server says it. */
function problemOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const problem = error.problem.problems?.find((each) => each.field === field || each.field.startsWith(`${field}.`));
  return problem && problemSentence(problem.message);
}

function TalkBegins({ label }: { label: string }) {
  return (
    <p className="flex items-center gap-3 text-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className="wrap-anywhere text-center">{label}</span>
    </p>
  );
}

function Asked({ children }: { children: string }) {
  return (
    <p className="wrap-anywhere w-fit max-w-[85%] justify-self-end whitespace-pre-wrap rounded-2xl rounded-tr-md bg-accent-soft px-3.5 py-2">
      {children}
    </p>
  );
}
