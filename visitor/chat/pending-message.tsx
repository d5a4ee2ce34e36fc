import { useSay } from '../words/words.ts';
import { AsTyped } from './as-typed.tsx';
import { Bubble } from './bubble.tsx';
import type { OutboxItem } from './outbox.ts';

/** A message of the visitor on its way, or one that was refused. */
export function PendingMessage({
  item,
  onDiscard,
}: {
  item: OutboxItem;
  onDiscard: (clientMessageId: string) => void;
}) {
  const say = useSay();
  return (
    <div class={`pending ${item.status}`}>
      <Bubble from="visitor" isFirst avatarUrl={null}>
        <AsTyped text={item.text} />
      </Bubble>
      {item.status === 'waiting' && <small class="pending-note">{say('waiting')}</small>}
      {item.status === 'refused' && (
        <small class="pending-note" role="alert">
          {say('notSent')}
          {item.reason && `: ${item.reason}`}{' '}
          <button type="button" class="text-button" onClick={() => onDiscard(item.body.clientMessageId)}>
            {say('remove')}
          </button>
        </small>
      )}
    </div>
  );
}
