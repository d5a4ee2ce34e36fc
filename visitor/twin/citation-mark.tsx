import type { Citation } from '../../core/twin/citation.ts';
import { useSay } from '../words/words.ts';
import { showPassage } from './show-passage.tsx';

/** A mark in a twin's words that opens the passage they rest on. */
export function CitationMark({ citation }: { citation: Citation }) {
  const say = useSay();
  const { number, title } = citation;
  return (
    <button
      type="button"
      class="mark"
      aria-label={say('sourceNumber', { number, title })}
      onClick={() => showPassage(citation, say)}
    >
      {number}
    </button>
  );
}
