import MiniSearch from 'minisearch';
import { indexText } from '../../server/adapters/passage-index/index-text.ts';
import { passageIndex } from '../../server/adapters/passage-index/passage-index.ts';
import { bestRanking, plainRanking, type Ranking } from '../../server/adapters/passage-index/ranking.ts';
import type { IndexStorage } from '../../server/ports/passage-index.ts';
import type { CorpusSource } from './corpus.ts';
import { keyOf } from './questions.ts';

export interface Answer {
  readonly key: string;
  /** How sure the method is of this answer; comparable over questions, in a measure of its own. */
  readonly sureness: number;
}

/** The ten best passages for a question, best first. */
export type Method = (question: string) => Promise<Answer[]>;

export const own = 'Parley';
export const peer = 'minisearch';

/** The peer at its defaults, plain BM25, and what each step adds to the one before. */
export function methods(corpus: readonly CorpusSource[]): ReadonlyMap<string, Method> {
  const { readsLanguage, headingWeight, headingLengthWeight, saturation, textLengthWeight } = bestRanking;
  const { titleWeight, coveragePower, synonymWeight, guessWeight } = bestRanking;
  const steps: [string, Partial<Ranking>][] = [
    ['BM25 over the text', {}],
    ['+ stems, stop words', { readsLanguage }],
    ['+ headings', { headingWeight, headingLengthWeight }],
    ['+ saturation, lengths', { saturation, textLengthWeight }],
    ['+ titles', { titleWeight }],
    ['+ coverage', { coveragePower }],
    ['+ synonyms', { synonymWeight }],
    [own, { guessWeight }],
  ];
  let ranking = plainRanking;
  const made = new Map([[peer, miniSearch(corpus)]]);
  for (const [name, step] of steps) {
    ranking = { ...ranking, ...step };
    made.set(name, passageIndexOf(corpus, ranking)(corpus.map(({ file }) => file)));
  }
  return made;
}

function miniSearch(corpus: readonly CorpusSource[]): Method {
  const index = new MiniSearch<{ id: string }>({ fields: ['title', 'headings', 'text'] });
  index.addAll(
    corpus.flatMap(({ file, title, passages }) =>
      passages.map(({ number, headings, text }) => ({
        id: keyOf(file, number),
        title,
        headings: headings.join(' '),
        text,
      })),
    ),
  );
  return async (question) =>
    index
      .search(question)
      .slice(0, 10)
      .map(({ id, score }) => ({ key: String(id), sureness: score }));
}

/** Searches those of the texts that are named. */
export function passageIndexOf(
  corpus: readonly CorpusSource[],
  ranking: Ranking = bestRanking,
): (files: readonly string[]) => Method {
  const stored = new Map<string, Uint8Array>();
  const index = passageIndex(storageOf(stored), ranking);
  for (const { file, title, passages } of corpus) {
    const job = { title, content: { passages }, readsLanguage: ranking.readsLanguage };
    stored.set(`${file}/1`, indexText(job).index);
  }
  return (files) => async (question) => {
    const sources = files.map((sourceId) => ({ sourceId, revision: 1 }));
    const hits = await index.search({ workspaceId: 'bench', sources, question, limit: 10 });
    return hits.map(({ sourceId, number, confidence }) => ({
      key: keyOf(sourceId, number),
      sureness: confidence,
    }));
  };
}

/** What is stored, in memory, without vectors. */
export function storageOf(stored: ReadonlyMap<string, Uint8Array>): IndexStorage {
  return {
    load: async (_, sources) =>
      new Map(
        sources.flatMap(({ sourceId, revision }) => {
          const key = `${sourceId}/${revision}`;
          const bytes = stored.get(key);
          return bytes === undefined ? [] : [[key, bytes]];
        }),
      ),
    loadVectors: async () => new Map(),
    nearest: async () => null,
  };
}
