import type { Citation } from '../../core/twin/citation.ts';
import { useSay } from '../words/words.ts';

/** Where in its source a passage stands: the page, then the headings above it. Beside its title, which many texts begin with. */
export function Place({ citation: { page, title, headings } }: { citation: Citation }) {
  const say = useSay();
  const path = headings.slice(headings[0] === title ? 1 : 0).join(' › ');
  if (page === null && path === '') return null;
  return (
    <small class="place">
      {page !== null && say('pageNumber', { page })}
      {page !== null && path && ' · '}
      {path && <bdi>{path}</bdi>}
    </small>
  );
}
