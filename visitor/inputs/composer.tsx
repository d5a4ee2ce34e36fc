import { Icon } from '../icon.tsx';
import { sendOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import { describedByRejection, type InputProps } from './input-props.ts';
import { useDraft } from './use-draft.ts';

/** Longest message the server takes, in characters. */
const longest = 16_000;

/** Free text: Enter sends and Shift+Enter breaks the line; on a touch screen Enter breaks it and the button sends. */
export function Composer({ input, isRejected, draft, beside, onAnswer }: InputProps) {
  const say = useSay();
  const [text, setText] = useDraft(draft);
  const send = () => {
    if (text.trim() === '') return;
    onAnswer({ body: { text }, text });
    setText('');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        data-first
        rows={1}
        dir={text ? 'auto' : undefined}
        value={text}
        maxLength={longest}
        aria-label={say('message')}
        placeholder={say(input.kind === 'choice' ? 'writeInstead' : 'writeMessage')}
        enterkeyhint="send"
        aria-invalid={isRejected}
        {...describedByRejection(isRejected)}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
          if (!isPlainEnter || matchMedia('(pointer: coarse)').matches) return;
          event.preventDefault();
          send();
        }}
      />
      {beside}
      <button type="submit" class="send" aria-label={say('send')} aria-disabled={text.trim() === ''}>
        <Icon outline={sendOutline} />
      </button>
    </form>
  );
}
