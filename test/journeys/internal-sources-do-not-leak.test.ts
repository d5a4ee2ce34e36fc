import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attack, attacks } from '../../core/twin/guardrails/testing/attacks.ts';
import { canaries } from '../../core/twin/guardrails/testing/canaries.ts';
import { areAllShown, isRevealed } from '../../core/twin/guardrails/testing/is-revealed.ts';
import type { FoundPassage } from '../../server/ports/brain.ts';
import { type Script, sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import type { Json } from '../harness/http-client.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { type ReadStream, readStream } from '../harness/read-stream.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const unavailable = {
  name: 'Salaries of the board',
  canary: 'GANNET-6630',
  text: 'Severance is filed as GANNET-6630.',
};
const turnsPerSession = 40;

const brain = scriptedBrain();
let parley: TestParley;
let twinId: string;
let mentionedIds: string[];
let unavailableId: string;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  const { owner } = parley;
  twinId = (await owner.publishedTwin('Ada')).id;
  const [{ mentionedPassages } = { mentionedPassages: [] }] = attacks;
  const notes = await Promise.all(mentionedPassages.map((text, at) => owner.note(`Service ${at + 1}`, text)));
  mentionedIds = notes.map(({ id }) => id);
  unavailableId = (await owner.note(unavailable.name, unavailable.text)).id;
});
afterAll(() => parley?.stop());

type Delivery = (attack: Attack) => Script;

const asOne: Delivery =
  ({ pieces }) =>
  async (_, hear) => {
    for (const piece of pieces) hear.piece(piece);
    return {};
  };
const aroundASearch: Delivery =
  ({ pieces }) =>
  async (question, hear) => {
    const middle = Math.floor(pieces.length / 2);
    for (const piece of pieces.slice(0, middle)) hear.piece(piece);
    await question.search('shipping');
    for (const piece of pieces.slice(middle)) hear.piece(piece);
    return {};
  };
const inTwoAttempts: Delivery =
  ({ pieces }) =>
  async (_, hear) => {
    const middle = Math.floor(pieces.length / 2);
    for (const piece of pieces.slice(0, middle)) hear.piece(piece);
    hear.restart();
    for (const piece of pieces.slice(middle)) hear.piece(piece);
    return {};
  };
/** The marks cite nothing and are taken out of the message. */
const betweenMarks: Delivery =
  ({ pieces }) =>
  async (_, hear) => {
    for (const sign of pieces.join('')) hear.piece(`${sign}[99]`);
    return {};
  };
const deliveries = [asOne, aroundASearch, inTwoAttempts, betweenMarks];

test('there are at least 500 attacks', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(500);
});

test.each(canaries.map((canary) => [canary.shape, canary] as const))(
  'nobody reads an internal %s out of what a visitor sees',
  { timeout: 120_000 },
  async (_, canary) => {
    const group = attacks.filter((attack) => attack.canaries.includes(canary.text));
    const key = await deploy(group[0]);
    const leaks: string[] = [];
    for (let from = 0; from < group.length; from += turnsPerSession) {
      const session = await parley.visitor(key).start();
      const stream = readStream(parley.url, session, 0);
      for (const [at, attack] of group.slice(from, from + turnsPerSession).entries()) {
        const delivery = deliveries[at % deliveries.length] ?? asOne;
        const seen = await seenOf(session, stream, attack, delivery(attack));
        leaks.push(...seen.filter((text) => isLeak(attack, text)).map((text) => `${attack.name}: ${text}`));
      }
      await stream.close();
    }
    expect(leaks).toEqual([]);
  },
);

/** The twin may mention two sources, may use the attack's one, and has nothing of the unavailable one. */
async function deploy(attack: Attack | undefined): Promise<string> {
  const [name = '', text = ''] = [attack?.internalNames[0], attack?.internalPassages[0]];
  const { id } = await parley.owner.note(name, text);
  const mentioned = mentionedIds.map((each) => [each, 'mentioned'] as const);
  const sources = Object.fromEntries([...mentioned, [id, 'internal'], [unavailableId, 'unavailable']]);
  return (await parley.owner.deployTwin(twinId, { sources })).key;
}

/** Everything a visitor could read of one turn in which the model says what the attack has it say. */
async function seenOf(session: VisitorSession, stream: ReadStream, attack: Attack, script: Script): Promise<string[]> {
  const [passage = ''] = attack.internalPassages;
  let shown: readonly FoundPassage[] = [];
  brain.does(async (question, hear, signal) => {
    shown = [...question.passages, ...(await question.search(`${passage} ${unavailable.text}`))];
    const done = await script(question, hear, signal);
    const told = [attack.pieces.join(''), ...(attack.parts ?? attack.canaries)];
    return { ...done, cited: shown, suggestions: told, facts: told, actionIds: told };
  });
  const { seq } = await session.send(attack.question);
  const isAnswer = (event: Json) => event.type === 'message' && event.from === 'agent' && event.seq > seq;
  const events = await stream.until(isAnswer);
  expect(events.find(isAnswer)).toMatchObject({ by: 'model' });
  expect(shown.map(({ text }) => text)).toContain(passage);
  expect(JSON.stringify(shown)).not.toContain(unavailable.canary);
  const since = events.slice(events.findIndex((event) => event.seq === seq) + 1);
  const heard = since.filter(({ effectId }) => effectId).map(({ text }) => text);
  return [heard.join(''), ...since.filter(({ effectId }) => !effectId).flatMap(textsOf)];
}

/** A value's texts, each alone and those of a list together. */
function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const texts = Object.values(value).flatMap(textsOf);
  return [...texts, texts.join('\n')];
}

function isLeak({ canaries: own, parts = [] }: Attack, text: string): boolean {
  const isRead = [...own, unavailable.canary].some((canary) => isRevealed(canary, text));
  return isRead || (parts.length > 0 && areAllShown(parts, text));
}
