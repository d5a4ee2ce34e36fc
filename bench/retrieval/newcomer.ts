import { readFileSync } from 'node:fs';
import { splitPassages } from '../../core/twin/split-passages.ts';
import type { CorpusSource } from './corpus.ts';
import { type NewcomerDocument, newcomerDocuments } from './newcomer-documents.ts';
import { keyOf, type Question } from './questions.ts';
import type { SmallLibrary } from './small-libraries.ts';

export interface NewcomerLibrary extends SmallLibrary {
  readonly source: CorpusSource;
  readonly document: NewcomerDocument;
}

/** Each document as a library of its own, with its questions. */
export function newcomerLibraries(): NewcomerLibrary[] {
  return newcomerDocuments.map((document) => {
    const markdown = readFileSync(new URL(`newcomer/${document.file}`, import.meta.url), 'utf8');
    const source = { file: document.file, title: document.title, passages: splitPassages(markdown) };
    return { source, document, files: [document.file], questions: questionsTo(document, source) };
  });
}

function questionsTo({ half, answerable, unanswerable }: NewcomerDocument, source: CorpusSource): Question[] {
  return [
    ...answerable.map(([text, answer]) => ({
      text,
      kind: 'paraphrased' as const,
      half,
      right: rightPassages(source, text, answer),
    })),
    ...unanswerable.map((text) => ({ text, kind: 'unanswerable' as const, half, right: new Set<string>() })),
  ];
}

function rightPassages({ file, passages }: CorpusSource, question: string, answer: string): Set<string> {
  const right = passages.filter(({ text }) => text.replace(/\s+/g, ' ').includes(answer));
  if (right.length === 0) throw new Error(`Nothing in ${file} answers "${question}": it lacks "${answer}"`);
  return new Set(right.map(({ number }) => keyOf(file, number)));
}
