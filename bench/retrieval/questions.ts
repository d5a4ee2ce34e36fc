import { bucketsOf } from '../../core/rollout/assign-bucket.ts';
import type { Passage } from '../../core/twin/passage.ts';
import { type AnswerableQuestion, answerable } from './answerable.ts';
import type { CorpusSource } from './corpus.ts';
import { mistype } from './mistype.ts';
import { unanswerable } from './unanswerable.ts';

export type Kind = 'literal' | 'paraphrased' | 'mistyped' | 'unanswerable';

export interface Question {
  readonly text: string;
  readonly kind: Kind;
  /** What was chosen by these may not be judged by them: weights are found on one half and reported on the other. */
  readonly half: 'tune' | 'test';
  /** Keys of the passages that answer it. */
  readonly right: ReadonlySet<string>;
}

/** What a passage is called in this benchmark. */
export function keyOf(file: string, number: number): string {
  return `${file}#${number}`;
}

/** Every question with the passages that answer it. The mistyped ones are the literal ones with a slip of the finger. */
export function readQuestions(corpus: readonly CorpusSource[]): Question[] {
  const bucketOf = bucketsOf('retrieval');
  const halfOf = (text: string): Question['half'] => (bucketOf(text) % 2 === 0 ? 'tune' : 'test');
  const known = Object.entries(answerable).flatMap(([file, questions]) =>
    questions.map((question) => ({
      text: question.question,
      kind: question.wording,
      half: halfOf(question.question),
      right: rightPassages(corpus, file, question),
    })),
  );
  const mistyped = known
    .filter(({ kind, text }) => kind === 'literal' && mistype(text) !== text)
    .map((question) => ({ ...question, kind: 'mistyped' as const, text: mistype(question.text) }));
  const unknown = unanswerable.map((text) => ({
    text,
    kind: 'unanswerable' as const,
    half: halfOf(text),
    right: new Set<string>(),
  }));
  return [...known, ...mistyped, ...unknown];
}

function rightPassages(corpus: readonly CorpusSource[], file: string, question: AnswerableQuestion): Set<string> {
  const passages = corpus.find((source) => source.file === file)?.passages ?? [];
  const right = passages.filter((passage) => isRight(passage, question));
  if (right.length === 0) {
    throw new Error(
      `Nothing in ${file} answers "${question.question}" any more: mend it in bench/retrieval/answerable.ts`,
    );
  }
  return new Set(right.map(({ number }) => keyOf(file, number)));
}

function isRight(passage: Passage, { under, quote }: AnswerableQuestion): boolean {
  const headings = [...passage.headings, ...(passage.text.match(/^#{1,6} .*/gm) ?? [])].map(plain);
  return (
    (under === undefined || headings.some((heading) => heading.includes(plain(under)))) &&
    (quote === undefined || plain(passage.text).includes(plain(quote)))
  );
}

function plain(text: string): string {
  return text
    .replace(/[`*_[\]]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
