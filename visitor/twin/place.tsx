import type { Citation } from '../../core/twin/citation.ts';
import { useSay } from '../words/words.ts';

/** Where in its source a passage stands: the page, then the headings above it. */
export function Place({ citation: { page, headings } }: { citation: Citation }) {
  const say = useSay();
  if (page === null && headings.length === 0) return null;
  return (
    <small class="place">
      {page !== null && say('pageNumber', { page })}
      {page !== null && headings.length > 0 && ' · '}
      {headings.length > 0 && <bdi>{headings.join(' › ')}</bdi>}
    </small>
  );
}
