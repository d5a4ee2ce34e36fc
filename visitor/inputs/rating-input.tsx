import { useState } from 'preact/hooks';
import { useSay } from '../words/words.ts';
import { describedByRejection, type InputProps } from './input-props.ts';
import { isStars, ratingScale } from './rating-scale.ts';

/** A rating: stars for short scales, numbers for others; a radio group either way. */
export function RatingInput({ input, isRejected, onAnswer }: InputProps) {
  const say = useSay();
  const scale = ratingScale(input);
  const [value, setValue] = useState<number | null>(null);
  const stars = isStars(scale);
  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null) onAnswer({ body: { value }, text: String(value) });
      }}
    >
      <fieldset {...describedByRejection(isRejected)}>
        <legend class="field-label">{say('rating')}</legend>
        <div class={stars ? 'stars' : 'numbers'}>
          {scale.map((step, index) => (
            <label key={step} class={value !== null && (stars ? step <= value : step === value) ? 'picked' : ''}>
              <input
                type="radio"
                name="rating"
                data-first={index === 0 || undefined}
                checked={step === value}
                onChange={() => setValue(step)}
                aria-label={say('ratingOf', { value: step, max: scale.at(-1) ?? step })}
              />
              <span aria-hidden="true">{stars ? '★' : step}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" class="button primary" aria-disabled={value === null}>
        {say('send')}
      </button>
    </form>
  );
}
