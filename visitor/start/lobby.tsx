import type { Presentation } from '../../contract/visit.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { Icon } from '../icon.tsx';
import { useSay } from '../words/words.ts';
import { audioOutline, chatOutline, videoOutline } from './outlines.ts';

const outlines = { chat: chatOutline, audio: audioOutline, video: videoOutline };

/** The server's reason for a mode that is not built yet; the page has its own words for it, in every language. */
const notYet = 'Not available yet.';

export interface LobbyProps {
  readonly modes: Presentation['modes'];
  /** The mode whose link led here; null where none did. */
  readonly wish: Mode | null;
  readonly pathOf: (mode: Mode) => string;
  readonly onChoose: (mode: Mode) => void;
}

/** Where the visitor chooses how to talk. A mode that is not possible is shown with its reason, one that was asked for in any case. */
export function Lobby({ modes, wish, pathOf, onChoose }: LobbyProps) {
  const say = useSay();
  const isOff = wish !== null && !modes.some(({ mode }) => mode === wish);
  const choices = isOff ? [...modes, { mode: wish, available: false, why: say('notOffered') }] : modes;
  return (
    <section class="lobby" aria-labelledby="choose-mode">
      <h2 id="choose-mode">{say('chooseMode')}</h2>
      <ul>
        {choices.map(({ mode, available, why }) => (
          <li key={mode}>
            {available ? (
              <a
                class="mode"
                href={pathOf(mode)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(mode);
                }}
              >
                <Icon outline={outlines[mode]} />
                <strong>{say(mode)}</strong>
                <small>{say(`${mode}Hint`)}</small>
              </a>
            ) : (
              <span class="mode" aria-disabled="true">
                <Icon outline={outlines[mode]} />
                <strong>{say(mode)}</strong>
                <small dir="auto">{why && why !== notYet ? why : say('notYetAvailable')}</small>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
