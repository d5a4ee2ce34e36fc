import { emptyTwin } from '../../core/twin/twin.ts';
import { extractiveBrain } from '../../server/adapters/model-extractive/extractive-brain.ts';
import { answerThreshold } from '../../server/adapters/passage-index/confidence.ts';
import { indexText } from '../../server/adapters/passage-index/index-text.ts';
import { passageIndex } from '../../server/adapters/passage-index/passage-index.ts';
import { readTerms } from '../../server/adapters/passage-index/read-terms.ts';
import type { Answer, FoundPassage } from '../../server/ports/brain.ts';
import { storageOf } from './methods.ts';
import { type NewcomerLibrary, newcomerLibraries } from './newcomer.ts';

/** What a visitor sees of an answer that the document has. */
export type Seen = 'quoted' | 'offered as a topic' | 'not at all' | 'something else quoted';

const passagesFound = 8;

/** Replies of the built-in brain to the answerable questions of a half, counted by what a visitor sees of the answer. */
export async function newcomerReplies(half: 'tune' | 'test'): Promise<Record<Seen, number>> {
  const seen: Record<Seen, number> = {
    quoted: 0,
    'offered as a topic': 0,
    'not at all': 0,
    'something else quoted': 0,
  };
  for (const library of newcomerLibraries().filter(({ document }) => document.half === half)) {
    const ask = asker(library);
    for (const [question, words] of library.document.answerable)
      seen[whatIsSeen(await ask(question), library, words)]++;
  }
  return seen;
}

function whatIsSeen({ text, cited, suggestions }: Answer, { source }: NewcomerLibrary, words: string): Seen {
  if (text.replaceAll('\n> ', ' ').includes(words)) return 'quoted';
  if (cited.length > 0) return 'something else quoted';
  const headings = source.passages.filter((passage) => passage.text.includes(words)).map((one) => one.headings.at(-1));
  return headings.some((heading) => heading !== undefined && suggestions.includes(heading))
    ? 'offered as a topic'
    : 'not at all';
}

function asker({ source, document }: NewcomerLibrary): (question: string) => Promise<Answer> {
  const { title, language } = document;
  const { index, passages } = indexText({ title, content: { passages: source.passages }, readsLanguage: true });
  const { search } = passageIndex(storageOf(new Map([['src/1', index]])));
  const brain = extractiveBrain({ threshold: answerThreshold, readTerms });
  return async (question) => {
    const sources = [{ sourceId: 'src', revision: 1 }];
    const hits = await search({ workspaceId: 'bench', sources, question, limit: passagesFound });
    const found = hits.flatMap((hit): FoundPassage[] => {
      const passage = passages.find(({ number }) => number === hit.number);
      return passage === undefined ? [] : [{ ...passage, ...hit, title, access: 'mentioned' }];
    });
    return brain.answer(
      { ...nothingBesides, language, languages: [language], text: question, passages: found },
      { piece: () => {}, restart: () => {} },
      new AbortController().signal,
    );
  };
}

const nothingBesides = {
  twin: emptyTwin('Bench'),
  goal: '',
  instructions: [],
  transcript: [],
  facts: [],
  actions: [],
  mayAskEmail: true,
  exits: [],
  variables: [],
  search: async () => [],
};
