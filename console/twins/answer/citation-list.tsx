import { Link } from '@tanstack/react-router';
import type { Citation } from '../../../core/twin/citation.ts';
import { placeInWords } from '../../sources/source-words.ts';

/** The passages an answer rests on, each to be opened. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <ol aria-label="Citations" className="grid gap-1 text-[0.8125rem]">
      {citations.map((citation) => (
        <li key={citation.number}>
          <details>
            <summary className="wrap-anywhere cursor-pointer rounded text-soft">
              [{citation.number}] {citation.title}
              <span className="ml-2 text-faint text-xs">{placeInWords(citation)}</span>
            </summary>
            <blockquote
              dir="auto"
              className="wrap-anywhere mt-1 whitespace-pre-wrap border-line-strong border-l-2 pl-3 text-soft"
            >
              {citation.quote}
            </blockquote>
            <Link
              to="/sources/$sourceId"
              params={{ sourceId: citation.sourceId }}
              search={{ tab: 'passages' }}
              className="text-accent-text text-xs hover:underline"
            >
              See the source
            </Link>
          </details>
        </li>
      ))}
    </ol>
  );
}
