import { useState } from 'preact/hooks';
import { labelsOf } from '../chat/conversation.ts';
import { useSay } from '../words/words.ts';
import { Composer } from './composer.tsx';
import { describedByRejection, type InputProps } from './input-props.ts';

/** Any number of several options, confirmed together; writing the answer is possible too. */
export function ChoicesInput(props: InputProps) {
  const { input, isRejected, onAnswer } = props;
  const say = useSay();
  const options = input.options ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = options.map((option) => option.id).filter((id) => chosen.has(id));
  const toggle = (id: string) => setChosen(new Set(chosen.has(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  return (
    <>
      <form
        class="choices"
        onSubmit={(event) => {
          event.preventDefault();
          if (ids.length > 0) onAnswer({ body: { choice: ids }, text: labelsOf(ids, options) });
        }}
      >
        <fieldset class="chips" {...describedByRejection(isRejected)}>
          <legend class="field-label">{say('chooseSeveral')}</legend>
          {options.map((option, index) => (
            <label class="chip" key={option.id}>
              <input
                type="checkbox"
                data-first={index === 0 || undefined}
                checked={chosen.has(option.id)}
                onChange={() => toggle(option.id)}
              />
              <span dir="auto">{option.label}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button primary" aria-disabled={ids.length === 0}>
          {say('confirm')}
        </button>
      </form>
      <Composer {...props} input={{ ...input, kind: 'choice' }} isRejected={false} />
    </>
  );
}
