import type { Ranking } from './ranking.ts';

/** How often a passage has a term, and how many words it has, in its text and in its headings. */
export interface Occurrences {
  readonly inText: number;
  readonly inHeadings: number;
  readonly textLength: number;
  readonly headingLength: number;
}

/**
 * What a term weighs in a passage, its rarity aside, by BM25 over two fields (Robertson, Zaragoza and Taylor, "Simple
 * BM25 extension to multiple weighted fields", CIKM 2004): occurrences are held back by the length of their field,
 * weighted, summed, and only then saturated.
 */
export function weighTerm({ inText, inHeadings, textLength, headingLength }: Occurrences, ranking: Ranking): number {
  const { saturation, textLengthWeight, headingLengthWeight, headingWeight } = ranking;
  const text = 1 - textLengthWeight + (textLengthWeight * textLength) / ranking.typicalTextLength;
  const headings = 1 - headingLengthWeight + (headingLengthWeight * headingLength) / ranking.typicalHeadingLength;
  const occurrences = inText / text + (headingWeight * inHeadings) / headings;
  return (occurrences * (saturation + 1)) / (occurrences + saturation);
}
