import { useSay } from '../words/words.ts';
import { describedByRejection, type InputProps } from './input-props.ts';

/** A clear yes or no to what was asked just above, in the words the flow offers. */
export function ConsentInput({ input, isRejected, onAnswer }: InputProps) {
  const say = useSay();
  return (
    <fieldset class="consent-buttons" aria-label={say('answer')} {...describedByRejection(isRejected)}>
      {(input.options ?? []).map(({ id, label }, index) => (
        <button
          key={id}
          type="button"
          class={index === 0 ? 'button primary' : 'button'}
          data-first={index === 0 || undefined}
          onClick={() => onAnswer({ body: { choice: id }, text: label })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
