import { useEffect } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { useSay } from '../words/words.ts';
import { CardTools } from './card-tools.tsx';
import type { Notice } from './open-visit.ts';
import { clockOutline, cloudOutline, keyOutline, moonOutline, questionOutline } from './outlines.ts';

const outlines: Readonly<Record<Notice, string>> = {
  unknown: questionOutline,
  inactive: moonOutline,
  notServed: clockOutline,
  identity: keyOutline,
  unreachable: cloudOutline,
};

export interface NoticeProps {
  readonly notice: Notice;
  readonly onTryAgain: () => void;
  readonly onClose: (() => void) | null;
}

/** A friendly page for when there is nothing to start. */
export function NoticePage({ notice, onTryAgain, onClose }: NoticeProps) {
  const say = useSay();
  const title = say(`${notice}Title`);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="card notice" aria-label={title}>
      <CardTools onClose={onClose} />
      <div class="notice-icon">
        <Icon outline={outlines[notice]} />
      </div>
      <h1>{title}</h1>
      <p>{say(`${notice}Text`)}</p>
      {notice === 'unreachable' && (
        <button type="button" class="button primary" onClick={onTryAgain}>
          {say('tryAgain')}
        </button>
      )}
    </main>
  );
}
