import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '../../core/twin/citation.ts';
import { safeLink } from '../markdown/safe-link.ts';
import { useSay } from '../words/words.ts';
import { Place } from './place.tsx';
import { RichMarkdown } from './rich-markdown.tsx';

/** The passage that an answer rests on, as its source has it. */
export function PassageDialog({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const href = safeLink(citation.url ?? '');
  return (
    <dialog ref={dialog} class="card passage" aria-labelledby="passage-title" onClose={onClose}>
      <h2 id="passage-title">
        <bdi>{citation.title}</bdi>
      </h2>
      <Place citation={citation} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it */}
      <section class="quote" tabIndex={0} aria-labelledby="passage-title">
        <RichMarkdown text={citation.quote} />
      </section>
      <div class="dialog-buttons">
        {href && (
          <a class="button" href={href} target="_blank" rel="noopener noreferrer">
            {say('openSource')} <span class="for-ears">({say('opensInNewTab')})</span>
          </a>
        )}
        <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
      </div>
    </dialog>
  );
}
