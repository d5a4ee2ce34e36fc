import { pathToFileURL } from 'node:url';
import { answerThreshold } from '../server/adapters/passage-index/confidence.ts';
import type { BenchResult } from './bench-result.ts';
import { readCorpus } from './retrieval/corpus.ts';
import { fitConfidence } from './retrieval/fit-confidence.ts';
import { type LibraryGroup, libraryGroups } from './retrieval/library-groups.ts';
import { abstentionOf, foundIn, ofHalf, ofKinds, type Try, thresholdFor, tryAll } from './retrieval/measure-method.ts';
import { methods, own, passageIndexOf, peer } from './retrieval/methods.ts';
import { newcomerReplies, type Seen } from './retrieval/newcomer-replies.ts';
import { type Kind, readQuestions } from './retrieval/questions.ts';
import { tryLibraries } from './retrieval/small-libraries.ts';

/** What share of questions without an answer may get one, on the half that thresholds are found on. */
const mostAnswered = 0.1;

/** Which passage a question finds, by method, and how well each knows that it has none. */
export async function run(): Promise<BenchResult[]> {
  const corpus = readCorpus();
  const questions = readQuestions(corpus);
  const tries = new Map<string, Try[]>();
  for (const [name, method] of methods(corpus)) tries.set(name, await tryAll(method, questions));
  const passages = corpus.reduce((sum, source) => sum + source.passages.length, 0);
  console.log(`\n${passages} passages of ${corpus.length} texts; ${countsOf(questions.map(({ kind }) => kind))}\n`);
  printFound(tries);
  printAbstentions(tries);
  const byLibrary = await tryGroups(libraryGroups(corpus, questions));
  printLibraries(byLibrary);
  const replies = { tune: await newcomerReplies('tune'), test: await newcomerReplies('test') };
  for (const [half, seen] of Object.entries(replies)) {
    console.log(`What visitors of the documents see of the answer, ${half} half:`, seen);
  }
  console.log('');
  return [...summary(tries), ...summaryOfSmall(byLibrary), summaryOfReplies(replies.test)];
}

const kinds: readonly Kind[] = ['literal', 'paraphrased', 'mistyped'];

function countsOf(all: readonly Kind[]): string {
  return [...kinds, 'unanswerable'].map((kind) => `${all.filter((other) => other === kind).length} ${kind}`).join(', ');
}

function printFound(tries: ReadonlyMap<string, readonly Try[]>): void {
  console.log(row('first / first three / MRR', kinds));
  for (const [name, all] of tries) {
    console.log(
      row(
        name,
        kinds.map((kind) => written(foundIn(ofKinds(all, kind)))),
      ),
    );
  }
  console.log(
    row(
      `${own}, test half`,
      kinds.map((kind) => written(foundIn(ofHalf(ofKinds(tries.get(own) ?? [], kind), 'test')))),
    ),
  );
}

/** Each at the threshold that its tuning half asks for, and our own at the one that the product has. */
function printAbstentions(tries: ReadonlyMap<string, readonly Try[]>): void {
  const headings = ['answered, unanswerable', 'abstained, answerable', 'answered wrongly', 'held back though right'];
  console.log(`\n${row('test half', headings)}`);
  for (const [name, all] of tries) {
    console.log(row(name, abstentions(all, thresholdFor(ofHalf(all, 'tune'), mostAnswered))));
  }
  console.log(`${row(`${own} at ${answerThreshold}`, abstentions(tries.get(own) ?? [], answerThreshold))}\n`);
}

function abstentions(tries: readonly Try[], threshold: number): string[] {
  const { answeredUnanswerable, abstained, answeredWrongly, heldBack } = abstentionOf(ofHalf(tries, 'test'), threshold);
  return [answeredUnanswerable, abstained, answeredWrongly, heldBack].map(percent);
}

/** Tries of what the product has, by what there is to search. */
type ByLibrary = ReadonlyMap<string, readonly Try[]>;

async function tryGroups(groups: readonly LibraryGroup[]): Promise<ByLibrary> {
  const tried = groups.map(
    async ({ name, corpus, libraries }) => [name, await tryLibraries(libraries, passageIndexOf(corpus))] as const,
  );
  return new Map(await Promise.all(tried));
}

function printLibraries(byLibrary: ByLibrary): void {
  for (const half of ['tune', 'test'] as const) {
    const headings = [
      'right first',
      'answered wrongly',
      'abstained',
      'held back though right',
      'answered, unanswerable',
    ];
    console.log(row(`${own}, ${half} half`, headings, 24));
    for (const [name, all] of byLibrary) console.log(row(name, librariesFigures(ofHalf(all, half)).map(percent), 24));
    console.log('');
  }
}

function librariesFigures(tries: readonly Try[]): number[] {
  const { answeredWrongly, abstained, heldBack, answeredUnanswerable } = abstentionOf(tries, answerThreshold);
  const { hitAt1 } = foundIn(ofKinds(tries, 'literal', 'paraphrased'));
  return [hitAt1, answeredWrongly, abstained, heldBack, answeredUnanswerable];
}

function summaryOfSmall(byLibrary: ByLibrary): BenchResult[] {
  return [...byLibrary].slice(1).flatMap(([name, all]) => {
    const { answeredWrongly, abstained, answeredUnanswerable } = abstentionOf(ofHalf(all, 'test'), answerThreshold);
    const [wrong, noise] = [100 * answeredWrongly, 100 * answeredUnanswerable];
    return [
      { name: `In ${name}: abstained`, value: 100 * abstained, unit: '%' },
      { name: `In ${name}: answered wrongly`, value: wrong, unit: '%', target: '≤ 10', ok: wrong <= 10 },
      { name: `In ${name}: unanswerable, answered`, value: noise, unit: '%', target: '≤ 20', ok: noise <= 20 },
    ];
  });
}

function summaryOfReplies(seen: Record<Seen, number>): BenchResult {
  const value = (100 * seen.quoted) / Object.values(seen).reduce((sum, count) => sum + count, 0);
  return { name: "In a newcomer's document: answer quoted", value, unit: '%', target: '≥ 60', ok: value >= 60 };
}

function summary(tries: ReadonlyMap<string, readonly Try[]>): BenchResult[] {
  const all = tries.get(own) ?? [];
  const rank = (name: string, kind: Kind) => foundIn(ofKinds(tries.get(name) ?? [], kind)).reciprocalRank;
  const wrong = abstentionOf(ofHalf(all, 'test'), answerThreshold);
  const literal = 100 * foundIn(ofKinds(all, 'literal')).hitAt1;
  const unanswerable = 100 * wrong.answeredUnanswerable;
  const against = (kind: Kind) => {
    const value = rank(own, kind) / rank(peer, kind);
    return { name: `MRR ${kind}, ${own} / ${peer}`, value, unit: '×', target: '≥ 1.2', ok: value >= 1.2 };
  };
  return [
    { name: 'Right passage first, literal', value: literal, unit: '%', target: '≥ 85', ok: literal >= 85 },
    { name: 'Right passage first, paraphrased', value: 100 * foundIn(ofKinds(all, 'paraphrased')).hitAt1, unit: '%' },
    { name: 'Right passage first, mistyped', value: 100 * foundIn(ofKinds(all, 'mistyped')).hitAt1, unit: '%' },
    ...kinds.map(against),
    { name: 'Unanswerable, answered', value: unanswerable, unit: '%', target: '≤ 20', ok: unanswerable <= 20 },
    { name: 'Answerable, abstained', value: 100 * wrong.abstained, unit: '%' },
    { name: 'Answerable, answered wrongly', value: 100 * wrong.answeredWrongly, unit: '%' },
    { name: 'Right passage first, held back', value: 100 * wrong.heldBack, unit: '%' },
  ];
}

function written({ hitAt1, hitAt3, reciprocalRank }: ReturnType<typeof foundIn>): string {
  return `${percent(hitAt1)} / ${percent(hitAt3)} / ${reciprocalRank.toFixed(3)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function row(name: string, cells: readonly string[], width = 28): string {
  return [name.padEnd(26), ...cells.map((cell) => cell.padEnd(width))].join('  ').trimEnd();
}

/** Alone it prints the weights too that the tuning half asks for, for whoever changes the ranking. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await run());
  const corpus = readCorpus();
  const groups = libraryGroups(corpus, readQuestions(corpus));
  console.log('Weights of confidence by the tuning half:', await fitConfidence(groups));
}
