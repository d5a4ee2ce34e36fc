import type { CorpusSource } from './corpus.ts';
import { newcomerLibraries } from './newcomer.ts';
import type { Question } from './questions.ts';
import { type SmallLibrary, smallLibraries } from './small-libraries.ts';

/** Libraries of one size, with the texts they are made of. */
export interface LibraryGroup {
  readonly name: string;
  readonly corpus: readonly CorpusSource[];
  readonly libraries: readonly SmallLibrary[];
}

/** From all texts in one library to what a newcomer has: five texts, one, or one of another kind. */
export function libraryGroups(corpus: readonly CorpusSource[], questions: readonly Question[]): LibraryGroup[] {
  const typed = questions.filter(({ kind }) => kind !== 'mistyped');
  const newcomers = newcomerLibraries();
  return [
    {
      name: `all ${corpus.length} texts`,
      corpus,
      libraries: [{ files: corpus.map(({ file }) => file), questions: typed }],
    },
    { name: 'five of the texts', corpus, libraries: smallLibraries(corpus, typed, 5) },
    { name: 'one of the texts', corpus, libraries: smallLibraries(corpus, typed, 1) },
    { name: "a newcomer's document", corpus: newcomers.map(({ source }) => source), libraries: newcomers },
  ];
}
