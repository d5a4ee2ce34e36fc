import { expect, test } from 'vitest';
import { splitPassages } from '../../core/twin/split-passages.ts';
import { indexApart } from '../../server/adapters/passage-index/index-apart.ts';
import { indexText } from '../../server/adapters/passage-index/index-text.ts';

const sections = (count: number) =>
  Array.from({ length: count }, (_, at) => `# Part ${at}\n\nThe ${at}th kestrel hovers over naïve 東京.`).join('\n\n');
const job = (text: string) => ({ title: 'Handbook', content: { text }, readsLanguage: true });
const cut = (text: string) => ({ title: 'Handbook', content: { passages: splitPassages(text) }, readsLanguage: true });

test.each([
  ['a short text', job(sections(3))],
  ['a long text', job(sections(2_500))],
  ['few passages', cut(sections(3))],
  ['many passages', cut(sections(2_500))],
  ['no text', job('')],
])('%s is indexed the same in whatever process', async (_, given) => {
  const { passages, index } = await indexApart()(given);
  const atHand = indexText(given);
  expect(passages).toEqual(atHand.passages);
  expect(Buffer.compare(index, atHand.index)).toBe(0);
});

test('several long texts at once are indexed one after the other, each for itself', async () => {
  const index = indexApart();
  const texts = [2_000, 2_001].map(sections);
  const indexed = await Promise.all(texts.map((text) => index(job(text))));
  expect(indexed.map(({ passages }) => passages.length)).toEqual([2_000, 2_001]);
});

test.each([
  ['takes too long', { timeMs: 1, memoryMb: 256 }],
  ['takes too much memory', { timeMs: 60_000, memoryMb: 2 }],
])('a text that %s is refused, and the next one is indexed', async (reason, limits) => {
  const index = indexApart(limits);
  await expect(index(job(sections(2_500)))).rejects.toMatchObject({
    message: expect.stringContaining(reason),
    retryable: false,
  });
  expect((await index(job(sections(1)))).passages).toHaveLength(1);
});
