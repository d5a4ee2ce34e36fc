import type { TwinPart } from '../chat/conversation.ts';
import { useSay } from '../words/words.ts';
import { Place } from './place.tsx';
import { showPassage } from './show-passage.tsx';

/** What stands below a twin's words: the sources, who wrote it, and an offer to end the conversation. */
export function AnswerNotes({ twin, onEnd }: { twin: TwinPart; onEnd: () => void }) {
  const say = useSay();
  const { by, citations = [], offersEnd } = twin;
  const withoutModel = citations.length > 0 ? 'writtenByQuoting' : 'writtenByRule';
  return (
    <div class="answer-notes">
      {citations.length > 0 && (
        <ul class="sources" aria-label={say('sources')}>
          {citations.map((citation) => (
            <li key={citation.number}>
              <button type="button" class="source" onClick={() => showPassage(citation, say)}>
                <span class="mark">{citation.number}</span>
                <span>
                  <strong dir="auto">{citation.title}</strong> <Place citation={citation} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <small>{say(by === 'model' ? 'writtenByModel' : withoutModel)}</small>
      {offersEnd && (
        <button type="button" class="button offer-end" onClick={onEnd}>
          {say('endConfirm')}
        </button>
      )}
    </div>
  );
}
