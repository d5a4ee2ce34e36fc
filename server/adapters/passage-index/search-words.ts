import { confidenceOf, type Evidence, evidenceOf } from './confidence.ts';
import { type FoundWords, findWord, findWords, greatestRarity } from './find-words.ts';
import { guessWords } from './guess-words.ts';
import { type Candidate, rankPassages } from './rank-passages.ts';
import type { Ranking } from './ranking.ts';
import { readQuestion } from './read-question.ts';
import type { Segment } from './segment.ts';

export interface WordHit extends Candidate {
  readonly evidence: Evidence;
  readonly confidence: number;
}

/** The `most` best passages by the words of the question, best first, with how much they are to be trusted. */
export function searchWords(question: string, segments: readonly Segment[], ranking: Ranking, most: number): WordHit[] {
  const languages = [...new Set(segments.map(({ language }) => language))].toSorted();
  const found = readQuestion(question, languages, ranking).map((asked) => findWords(asked, segments));
  const questions = withGuesses(found, segments, ranking);
  const candidates = rankPassages(questions, segments, ranking, Math.max(2, most));
  const rarest = greatestRarity(segments);
  return candidates.slice(0, most).map((candidate) => {
    const evidence = evidenceOf(candidate, candidates, questions, rarest);
    return { ...candidate, evidence, confidence: confidenceOf(evidence) };
  });
}

/** Every guess reads all dictionaries, and in a text of unknown words guesses are of no use. Common words are typed well. */
const mostUnknown = 4;

function withGuesses(
  found: readonly FoundWords[],
  segments: readonly Segment[],
  { guessWeight }: Ranking,
): FoundWords[] {
  const unknown = found.filter(
    (words) => words.every(({ passages }) => passages === 0) && words[0]?.isCommon === false,
  );
  const guessed = unknown.slice(0, mostUnknown);
  return found.map((words) => {
    const [asked] = words;
    if (guessWeight === 0 || asked === undefined || !guessed.includes(words)) return words;
    return [...words, ...guessWords(asked.word, segments, guessWeight).map((guess) => findWord(guess, segments))];
  });
}
