import { Icon } from '../icon.tsx';
import { sendOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import { type FieldKind, fieldAttributes, readField } from './field.ts';
import { describedByRejection, type InputProps } from './input-props.ts';
import { useDraft } from './use-draft.ts';

/** A single typed value. Whether it is right the flow decides, in its author's words. */
export function FieldInput({ input, isRejected, lastText, draft, onAnswer }: InputProps) {
  const say = useSay();
  const kind = input.kind as FieldKind;
  const [text, setText] = useDraft(draft, isRejected ? lastText : '');
  return (
    <form
      class="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const answer = readField(kind, text);
        if (answer) onAnswer(answer);
      }}
    >
      <label class="field-label" for="field">
        {say(kind)}
      </label>
      <div class="composer">
        <input
          id="field"
          data-first
          dir="auto"
          value={text}
          {...fieldAttributes(input)}
          aria-invalid={isRejected}
          {...describedByRejection(isRejected)}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="send" aria-label={say('send')} aria-disabled={text.trim() === ''}>
          <Icon outline={sendOutline} />
        </button>
      </div>
    </form>
  );
}
