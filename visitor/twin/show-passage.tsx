import { render } from 'preact';
import type { Citation } from '../../core/twin/citation.ts';
import { type Say, SayContext } from '../words/words.ts';
import { PassageDialog } from './passage-dialog.tsx';

/** Opens a passage above the page. Beside the page's own tree: within the transcript's log it would be announced as news. */
export function showPassage(citation: Citation, say: Say): void {
  const place = document.body.appendChild(document.createElement('div'));
  const close = () => {
    render(null, place);
    place.remove();
  };
  render(
    <SayContext.Provider value={say}>
      <PassageDialog citation={citation} onClose={close} />
    </SayContext.Provider>,
    place,
  );
}
