import type { SourceStatus, SourceSummary } from '../../contract/sources.ts';
import type { Passage } from '../../core/twin/passage.ts';
import type { Tone } from '../ui/badge.tsx';

/** How far a source is, in words. */
export const statusWords: Readonly<Record<SourceStatus, { readonly label: string; readonly tone: Tone }>> = {
  waiting: { label: 'Waiting', tone: 'info' },
  reading: { label: 'Reading', tone: 'info' },
  ready: { label: 'Ready', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
};

export const kindWords: Readonly<Record<SourceSummary['kind'], string>> = {
  file: 'File',
  note: 'Note',
  url: 'Web page',
};

/** Where a passage stands in its source; empty where nothing is known of it. */
export function placeInWords({ headings, page }: Pick<Passage, 'headings' | 'page'>): string {
  return [page === null ? '' : `Page ${page}`, headings.join(' › ')].filter((part) => part !== '').join(', ');
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
