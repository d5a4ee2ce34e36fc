import { Link } from '@tanstack/react-router';
import type { TriedReply } from '../../../contract/twins.ts';
import { placeInWords } from '../../sources/source-words.ts';
import { Badge } from '../../ui/badge.tsx';

/** What was found for a question, best first, used or not: how one sees why an answer is so. */
export function FoundPassages({ passages }: { passages: TriedReply['passages'] }) {
  if (passages.length === 0) return <p className="text-faint text-xs">No passage was found for this question.</p>;
  return (
    <details className="rounded-lg border border-line px-3 py-2 text-[0.8125rem]">
      <summary className="cursor-pointer rounded font-medium text-soft">
        {passages.length === 1 ? '1 passage found' : `${passages.length} passages found`}
      </summary>
      <ol aria-label="Passages found" className="mt-2 grid gap-3">
        {passages.map((passage) => (
          <li key={`${passage.sourceId} ${passage.number}`} className="grid gap-1 border-line border-t pt-2">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
              <Link
                to="/sources/$sourceId"
                params={{ sourceId: passage.sourceId }}
                search={{ tab: 'passages' }}
                className="wrap-anywhere text-accent-text hover:underline"
              >
                {passage.title}
              </Link>
              <span className="wrap-anywhere text-faint text-xs">{placeInWords(passage)}</span>
              {passage.access === 'internal' && <Badge>Internal</Badge>}
            </p>
            <p className="text-faint text-xs tabular-nums">
              Score {passage.score.toFixed(2)}, confidence {Math.round(passage.confidence * 100)} %
            </p>
            <p dir="auto" className="wrap-anywhere line-clamp-5 whitespace-pre-wrap text-soft">
              {passage.text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
