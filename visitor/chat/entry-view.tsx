import { lazy } from '../lazy.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { useSay } from '../words/words.ts';
import type { ActionCardProps } from './action-card.tsx';
import { AsTyped } from './as-typed.tsx';
import { Bubble } from './bubble.tsx';
import type { Entry } from './conversation.ts';
import type { MediaProps } from './media-view.tsx';
import { TwinAnswer } from './twin-answer-on-demand.tsx';

const ActionCard = lazy<ActionCardProps>(
  async () => (await import('./action-card.tsx')).ActionCard,
  () => null,
);
const MediaView = lazy<MediaProps>(
  async () => (await import('./media-view.tsx')).MediaView,
  () => null,
);

export interface EntryViewProps {
  readonly entry: Entry;
  readonly isFirst: boolean;
  readonly avatarUrl: string | null;
  readonly onAction: (actionId: string) => void;
  /** The visitor takes up an offer to end the conversation. */
  readonly onEnd: () => void;
}

/** One entry of the transcript. */
export function EntryView({ entry, isFirst, avatarUrl, onAction, onEnd }: EntryViewProps) {
  switch (entry.kind) {
    case 'message':
      return <MessageEntry entry={entry} isFirst={isFirst} avatarUrl={avatarUrl} onEnd={onEnd} />;
    case 'rejection':
      return (
        <Bubble from="agent" isFirst={isFirst} avatarUrl={avatarUrl}>
          <p dir="auto">{entry.text}</p>
        </Bubble>
      );
    case 'action':
      return (
        <Bubble from="agent" isFirst={isFirst} avatarUrl={avatarUrl} isWide>
          <ActionCard action={entry} onFollow={() => onAction(entry.actionId)} />
        </Bubble>
      );
    case 'handoff':
      return <HandoffEntry />;
  }
}

function HandoffEntry() {
  const say = useSay();
  return <p class="note">{say('handoff')}</p>;
}

function MessageEntry({
  entry,
  isFirst,
  avatarUrl,
  onEnd,
}: Omit<EntryViewProps, 'entry' | 'onAction'> & { entry: Extract<Entry, { kind: 'message' }> }) {
  const { text, twin } = entry;
  const hasText = text !== '';
  const shown = twin ? <TwinAnswer text={text} twin={twin} onEnd={onEnd} /> : <Markdown text={text} />;
  return (
    <>
      {hasText && (
        <Bubble from={entry.from} isFirst={isFirst} avatarUrl={avatarUrl}>
          {entry.from === 'visitor' ? <AsTyped text={text} /> : shown}
        </Bubble>
      )}
      {entry.media !== null && (
        <Bubble from={entry.from} isFirst={isFirst && !hasText} avatarUrl={avatarUrl} isWide>
          <MediaView media={entry.media} />
        </Bubble>
      )}
    </>
  );
}
