import type { Option } from '../../core/flow/node-data.ts';
import { useSay } from '../words/words.ts';

/** One-tap answers. */
export function QuickReplies({ options, onPick }: { options: readonly Option[]; onPick: (option: Option) => void }) {
  const say = useSay();
  return (
    <ul class="chips" aria-label={say('suggestedAnswers')}>
      {options.map((option) => (
        <li key={option.id}>
          <button type="button" class="chip" dir="auto" onClick={() => onPick(option)}>
            {option.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
