import type { SessionReply } from '../../contract/sessions.ts';
import { sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { notifyDone } from '../ui/notify.ts';
import { outcomeWords } from './session-words.ts';

const verdicts = ['achieved', 'notAchieved'] as const;

/** One click says how an ended session went; a member's word takes the place of any other. */
export function JudgeSession({ session }: { session: SessionReply }) {
  const judge = useAction<(typeof verdicts)[number]>({
    run: (outcome) => api.call(sessionEndpoints.judgeSession, { params: { id: session.id }, body: { outcome } }),
    refresh: [['session', session.id], ['sessions'], ['dashboard']],
    failure: 'The session could not be judged',
    onDone: (_, outcome) => notifyDone(`Judged: ${outcomeWords[outcome].label.toLowerCase()}`),
  });
  return (
    <fieldset className="mt-4 border-line border-t pt-4" disabled={judge.isPending}>
      <legend className="sr-only">How did it go?</legend>
      <p className="mb-2 text-faint text-xs">How did it go, in your eyes?</p>
      <div className="flex flex-wrap gap-2">
        {verdicts.map((outcome) => (
          <Button
            key={outcome}
            size="small"
            aria-pressed={session.evaluation?.by === 'member' && session.evaluation.outcome === outcome}
            onClick={() => judge.mutate(outcome)}
          >
            {outcomeWords[outcome].label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
