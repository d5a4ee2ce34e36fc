import type { Passage } from '../../../core/twin/passage.ts';
import { splitPassages } from '../../../core/twin/split-passages.ts';
import type { IndexedText } from '../../ports/passage-index.ts';
import { encodeSegment } from './encode-segment.ts';
import { segmentFormat } from './segment.ts';

/** A text to be cut and indexed, or passages to be indexed that were cut before. */
export interface IndexJob {
  readonly title: string;
  readonly content: { readonly text: string } | { readonly passages: readonly Passage[] };
  readonly readsLanguage: boolean;
}

/** Keeps its thread busy for as long as it takes: about a millisecond for a thousand characters. */
export function indexText({ title, content, readsLanguage }: IndexJob): IndexedText {
  const passages = 'text' in content ? splitPassages(content.text) : content.passages;
  return { passages, index: encodeSegment({ title, passages }, readsLanguage), indexFormat: segmentFormat };
}
