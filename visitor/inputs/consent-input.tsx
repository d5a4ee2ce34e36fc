import { useSay } from '../words/words.ts';
import { describedByRejection, type InputProps } from './input-props.ts';

/** A clear yes or no to what was asked just above. */
export function ConsentInput({ isRejected, onAnswer }: InputProps) {
  const say = useSay();
  const answer = (consent: boolean) => onAnswer({ body: { value: consent }, text: '', consent });
  return (
    <fieldset class="consent-buttons" aria-label={say('answer')} {...describedByRejection(isRejected)}>
      <button type="button" class="button primary" data-first onClick={() => answer(true)}>
        {say('agree')}
      </button>
      <button type="button" class="button" onClick={() => answer(false)}>
        {say('decline')}
      </button>
    </fieldset>
  );
}
