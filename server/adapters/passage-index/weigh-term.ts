import type { Ranking } from './ranking.ts';

/**
 * What a term weighs in a passage of these lengths (in words) by how often text and headings have it, its rarity
 * aside. BM25 over two fields (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
 * CIKM 2004): occurrences are held back by the length of their field, weighted, summed, and only then saturated.
 */
export function termWeigher(
  textLength: number,
  headingLength: number,
  ranking: Ranking,
): (inText: number, inHeadings: number) => number {
  const { saturation, textLengthWeight, headingLengthWeight, headingWeight } = ranking;
  const text = 1 - textLengthWeight + (textLengthWeight * textLength) / ranking.typicalTextLength;
  const headings = 1 - headingLengthWeight + (headingLengthWeight * headingLength) / ranking.typicalHeadingLength;
  return (inText, inHeadings) => {
    const occurrences = inText / text + (headingWeight * inHeadings) / headings;
    return (occurrences * (saturation + 1)) / (occurrences + saturation);
  };
}
