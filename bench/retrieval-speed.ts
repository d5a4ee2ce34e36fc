import { pathToFileURL } from 'node:url';
import type { Passage, SourceAt } from '../core/twin/passage.ts';
import { indexText } from '../server/adapters/passage-index/index-text.ts';
import { passageIndex } from '../server/adapters/passage-index/passage-index.ts';
import type { PassageIndex } from '../server/ports/passage-index.ts';
import type { BenchResult } from './bench-result.ts';
import { readCorpus } from './retrieval/corpus.ts';
import { storageOf } from './retrieval/methods.ts';
import { readQuestions } from './retrieval/questions.ts';

const sourceCount = 500;
const passagesEach = 200;
const wordsEach = 100;
/** So many texts are made and each is stored this many times over: reading and searching cost the same. */
const distinctSources = 100;
/** Each question counts by its least disturbed round: other work on the machine is not what is measured. */
const rounds = 5;

/** How long a search over 100,000 passages takes: its first with nothing in memory, after an edit, and from then on. */
export async function run(): Promise<BenchResult[]> {
  const corpus = readCorpus();
  const questions = readQuestions(corpus).map(({ text }) => text);
  const stored = new Map<string, Uint8Array>();
  const index = passageIndex(storageOf(stored));
  const write = writer(corpus.flatMap(({ passages }) => passages.flatMap(({ text }) => text.split(/\s+/))));
  const began = performance.now();
  const segments = Array.from({ length: distinctSources }, (_, at) => indexed(`Source ${at}`, write()));
  const buildMs = (performance.now() - began) / distinctSources;
  const sources = Array.from({ length: sourceCount }, (_, at) => ({ sourceId: `src_${at}`, revision: 1 }));
  for (const [at, { sourceId }] of sources.entries()) {
    stored.set(`${sourceId}/1`, segments[at % distinctSources] ?? new Uint8Array());
  }

  const coldMs = await timeOf(index, sources, questions[0] ?? '');
  const times = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, question] of questions.entries()) {
      times[at] = Math.min(times[at] ?? 0, await timeOf(index, sources, question));
    }
  }
  stored.set('src_0/2', indexed('Edited', write()));
  const edited = sources.map((source) => (source.sourceId === 'src_0' ? { ...source, revision: 2 } : source));
  const editedMs = await timeOf(index, edited, questions[0] ?? '');
  const bytes = segments.reduce((sum, { length }) => sum + length, 0) / (distinctSources * passagesEach);
  return results(times, { buildMs, coldMs, editedMs, bytes });
}

function results(
  times: readonly number[],
  { buildMs, coldMs, editedMs, bytes }: { buildMs: number; coldMs: number; editedMs: number; bytes: number },
): BenchResult[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const p95 = at(0.95);
  return [
    { name: 'Search of 100,000 passages, p50', value: at(0.5), unit: 'ms' },
    { name: 'Search of 100,000 passages, p95', value: p95, unit: 'ms', target: '≤ 20', ok: p95 <= 20 },
    { name: 'Search of 100,000 passages, longest', value: at(1), unit: 'ms' },
    { name: 'The first search, nothing in memory', value: coldMs, unit: 'ms' },
    { name: 'The first search after an edit', value: editedMs, unit: 'ms' },
    { name: 'Building the index of 200 passages', value: buildMs, unit: 'ms' },
    { name: 'Stored index of a passage of 100 words', value: bytes, unit: 'B' },
  ];
}

function indexed(title: string, passages: readonly Passage[]): Uint8Array {
  return indexText({ title, content: { passages }, readsLanguage: true }).index;
}

async function timeOf(index: PassageIndex, sources: readonly SourceAt[], question: string): Promise<number> {
  const began = performance.now();
  await index.search({ workspaceId: 'bench', sources, question, limit: 10 });
  return performance.now() - began;
}

/** Writes sources of words drawn from the corpus as often as it has them. Always the same ones. */
function writer(words: readonly string[]): () => Passage[] {
  let state = 1;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[Math.floor((state / 2 ** 32) * words.length)] ?? '';
  };
  const phrase = (length: number) => Array.from({ length }, draw).join(' ');
  return () =>
    Array.from({ length: passagesEach }, (_, at) => ({
      number: at + 1,
      headings: [phrase(4)],
      page: null,
      text: phrase(wordsEach),
    }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await run());
