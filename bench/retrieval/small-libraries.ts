import { bucketsOf } from '../../core/rollout/assign-bucket.ts';
import type { CorpusSource } from './corpus.ts';
import { type Try, tryAll } from './measure-method.ts';
import type { Method } from './methods.ts';
import type { Question } from './questions.ts';

/** A few texts that are all there is to search, with what is asked of them. */
export interface SmallLibrary {
  readonly files: readonly string[];
  readonly questions: readonly Question[];
}

/**
 * For each text with questions a library of it and others, asked those questions; those of a text of another package,
 * which nothing in it answers; and its share of those that nothing answers anywhere. Where one package is the whole
 * library nobody names it, so its name before a colon is left out.
 */
export function smallLibraries(
  corpus: readonly CorpusSource[],
  questions: readonly Question[],
  size: number,
): SmallLibrary[] {
  const asked = questions.filter(({ kind }) => kind !== 'mistyped').map(withoutName);
  const files = [...new Set(asked.flatMap(filesOf))];
  const nowhere = asked.filter(({ kind }) => kind === 'unanswerable');
  const askedOf = (file: string) => asked.filter((question) => filesOf(question).includes(file));
  return files.map((file, at) => {
    const library = [file, ...othersOf(file, corpus, size - 1)];
    const packages = library.map(packageOf);
    const stranger = [...files.slice(at + 1), ...files].find((other) => !packages.includes(packageOf(other))) ?? '';
    const unanswered = nowhere.filter((_, place) => place % files.length === at);
    return { files: library, questions: [...askedOf(file), ...askedOf(stranger).map(unanswerable), ...unanswered] };
  });
}

/** All questions of all libraries. */
export async function tryLibraries(
  libraries: readonly SmallLibrary[],
  methodFor: (files: readonly string[]) => Method,
): Promise<Try[]> {
  const tries = await Promise.all(libraries.map(({ files, questions }) => tryAll(methodFor(files), questions)));
  return tries.flat();
}

/** Drawn by lot, so that a text more in the corpus changes few libraries. */
function othersOf(file: string, corpus: readonly CorpusSource[], count: number): string[] {
  const bucketOf = bucketsOf(file);
  const others = corpus.map((source) => source.file).filter((other) => other !== file);
  return others.toSorted((a, b) => bucketOf(a) - bucketOf(b)).slice(0, count);
}

function filesOf({ right }: Question): string[] {
  return [...new Set([...right].map((key) => key.slice(0, key.lastIndexOf('#'))))];
}

function packageOf(file: string): string {
  return /^node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(file)?.[1] ?? 'parley';
}

function withoutName(question: Question): Question {
  return { ...question, text: question.text.replace(/^[@a-z0-9/-]+: /, '') };
}

function unanswerable(question: Question): Question {
  return { ...question, kind: 'unanswerable', right: new Set() };
}
