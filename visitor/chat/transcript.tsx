import type { Appearance } from '../appearance.ts';
import { Icon } from '../icon.tsx';
import { downOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import { Bubble } from './bubble.tsx';
import { type Entry, isVisitors } from './conversation.ts';
import { EntryView } from './entry-view.tsx';
import type { ChatView } from './open-chat.ts';
import { PendingMessage } from './pending-message.tsx';
import { TwinAnswer } from './twin-answer-on-demand.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface TranscriptProps {
  readonly view: ChatView;
  readonly isTyping: boolean;
  readonly appearance: Appearance;
  readonly language: string;
  readonly onAction: (actionId: string) => void;
  readonly onDiscard: (clientMessageId: string) => void;
  /** The visitor takes up an offer to end the conversation. */
  readonly onEnd: () => void;
}

/** The conversation so far. Only finished messages are in the log that screen readers announce. */
export function Transcript({ view, isTyping, appearance, language, onAction, onDiscard, onEnd }: TranscriptProps) {
  const say = useSay();
  const { entries, growing } = view.conversation;
  const { scroller, isAway, toEnd } = useStickToEnd(entries.length + view.outbox.length, view.outbox.length);
  return (
    <div class="transcript">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it */}
      <section class="scroller" ref={scroller} tabIndex={0} aria-label={say('conversation')}>
        <div class="column">
          <div class="entries" role="log" aria-label={say('conversation')} aria-busy={!view.isLoaded} lang={language}>
            {entries.map((entry, index) => (
              <EntryView
                key={entry.seq}
                entry={entry}
                isFirst={isOurs(entries[index - 1]) !== isOurs(entry)}
                avatarUrl={appearance.avatarUrl}
                onAction={onAction}
                onEnd={onEnd}
              />
            ))}
          </div>
          <div class="entries">
            {view.outbox.map((item) => (
              <PendingMessage key={item.body.clientMessageId} item={item} onDiscard={onDiscard} />
            ))}
          </div>
          {(growing || isTyping) && (
            <div class="entries" inert>
              <Bubble from="agent" isFirst={isOurs(entries.at(-1)) !== false} avatarUrl={appearance.avatarUrl}>
                {growing?.text ? <TwinAnswer text={growing.text} twin={null} onEnd={onEnd} /> : <TypingDots />}
              </Bubble>
            </div>
          )}
        </div>
      </section>
      {isAway && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon outline={downOutline} />
          {say('newMessages')}
        </button>
      )}
    </div>
  );
}

function TypingDots() {
  return (
    <span class="typing">
      <i />
      <i />
      <i />
    </span>
  );
}

/** Undefined before the first entry. */
function isOurs(entry: Entry | undefined): boolean | undefined {
  return entry && isVisitors(entry);
}
