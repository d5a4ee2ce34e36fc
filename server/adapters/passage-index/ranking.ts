/** What a match counts. `bench/retrieval.ts` says what each part adds. */
export interface Ranking {
  /** Whether inflections are taken off and stop words passed over, by the language of the text. */
  readonly readsLanguage: boolean;
  /** BM25: how soon further occurrences of a word stop counting. */
  readonly saturation: number;
  /** BM25: how much texts and headings longer than is typical are held back, 0 to 1. */
  readonly textLengthWeight: number;
  readonly headingLengthWeight: number;
  /**
   * In words. BM25 takes the averages of what is searched; as passages are cut to about one size, fixed ones rank
   * alike, and a term's weight in a passage is known when its segment is read.
   */
  readonly typicalTextLength: number;
  readonly typicalHeadingLength: number;
  /** What an occurrence in the headings counts, against 1 in the text. */
  readonly headingWeight: number;
  /** What a word in the title of the source adds to each of its passages, as a share of the word's rarity. */
  readonly titleWeight: number;
  /** What a synonym counts against the word itself; 0 looks for none. */
  readonly synonymWeight: number;
  /** How much a passage without part of the question is held back: its score times its coverage to this power. */
  readonly coveragePower: number;
  /** What the known words nearest to an unknown one count; 0 looks for none. */
  readonly guessWeight: number;
}

/** BM25 over the text alone, to measure against. */
export const plainRanking: Ranking = {
  readsLanguage: false,
  saturation: 1.2,
  textLengthWeight: 0.75,
  headingLengthWeight: 0,
  typicalTextLength: 100,
  typicalHeadingLength: 8,
  headingWeight: 0,
  titleWeight: 0,
  synonymWeight: 0,
  coveragePower: 0,
  guessWeight: 0,
};

export const bestRanking: Ranking = {
  readsLanguage: true,
  saturation: 0.9,
  textLengthWeight: 0.5,
  headingLengthWeight: 0.3,
  typicalTextLength: 100,
  typicalHeadingLength: 8,
  headingWeight: 3,
  titleWeight: 0.6,
  synonymWeight: 0.75,
  coveragePower: 0.5,
  guessWeight: 0.6,
};
