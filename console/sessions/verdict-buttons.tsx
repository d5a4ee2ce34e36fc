import { type SessionSummary, sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { notifyDone } from '../ui/notify.ts';
import { outcomeWords } from './session-words.ts';

const verdicts = ['achieved', 'notAchieved'] as const;

export interface VerdictButtonsProps {
  session: Pick<SessionSummary, 'id' | 'evaluation'>;
  /** The question they answer, for screen readers. */
  question: string;
}

/** One click says how an ended session went; a member's word takes the place of any other. */
export function VerdictButtons({ session: { id, evaluation }, question }: VerdictButtonsProps) {
  const judge = useAction<(typeof verdicts)[number]>({
    run: (outcome) => api.call(sessionEndpoints.judgeSession, { params: { id }, body: { outcome } }),
    refresh: [['session', id], ['sessions'], ['dashboard']],
    failure: 'The session could not be judged',
    onDone: (_, outcome) => notifyDone(`Judged: ${outcomeWords[outcome].label.toLowerCase()}`),
  });
  return (
    <fieldset disabled={judge.isPending} className="flex flex-wrap gap-2">
      <legend className="sr-only">{question}</legend>
      {verdicts.map((outcome) => (
        <Button
          key={outcome}
          size="small"
          aria-pressed={evaluation?.by === 'member' && evaluation.outcome === outcome}
          className="aria-pressed:border-accent aria-pressed:text-accent-text"
          onClick={() => judge.mutate(outcome)}
        >
          {outcomeWords[outcome].label}
        </Button>
      ))}
    </fieldset>
  );
}
