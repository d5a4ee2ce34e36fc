import { useInfiniteQuery } from '@tanstack/react-query';
import type { SourceReply } from '../../contract/sources.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { ShowMore } from '../ui/show-more.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { passagesQuery } from './source-queries.ts';
import { placeInWords } from './source-words.ts';

/** The pieces of a source that are found and quoted, each with its place. */
export function PassageList({ source: { id, revision } }: { source: SourceReply }) {
  const passages = useInfiniteQuery({ ...passagesQuery(id, revision ?? 0), enabled: revision !== null });
  if (revision === null) return <p className="text-soft">There are none before the source has been read.</p>;
  if (passages.isPending) return <SkeletonLines />;
  if (passages.isError) return <ProblemNote error={passages.error} onRetry={() => void passages.refetch()} />;
  return (
    <>
      <ol aria-label="Passages" className="grid gap-3">
        {passages.data.map(({ number, text, ...place }) => (
          <li key={number} className="rounded-xl border border-line bg-surface px-4 py-3 shadow-card">
            <p className="mb-1 flex gap-2 text-faint text-xs">
              <span className="tabular-nums">{number}</span>
              <span className="wrap-anywhere">{placeInWords(place)}</span>
            </p>
            <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
              {text}
            </p>
          </li>
        ))}
      </ol>
      <ShowMore query={passages} className="mt-3" />
    </>
  );
}
