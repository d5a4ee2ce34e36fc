import { expect, test } from 'vitest';
import { type BatchOptions, batched } from './batched.ts';

/** Work that ends when the test says so, and the batches it was given. */
function held() {
  const batches: string[][] = [];
  const ends: (() => void)[] = [];
  const work = (items: readonly string[]) => {
    batches.push([...items]);
    return new Promise<string[]>((resolve) => ends.push(() => resolve(items.map((item) => item.toUpperCase()))));
  };
  return { batches, ends, work };
}

const options: Omit<BatchOptions<string, string>, 'work'> = {
  keyOf: (item) => item.charAt(0),
  size: 3,
  concurrency: 1,
  mayBeOneItems: () => true,
};

test('what is asked for while a batch is under way shares the next ones, by key, in order, and up to the size', async () => {
  const { batches, ends, work } = held();
  const ask = batched({ ...options, work });
  const answers = Promise.all(['a1', 'a2', 'b1', 'a3', 'a4', 'a5'].map(ask));
  for (let done = 0; done < 4; done += 1) {
    ends[done]?.();
    await new Promise(setImmediate);
  }
  expect(batches).toEqual([['a1'], ['a2', 'a3', 'a4'], ['b1'], ['a5']]);
  expect(await answers).toEqual(['A1', 'A2', 'B1', 'A3', 'A4', 'A5']);
});

test('as many batches as allowed run at once', async () => {
  const { batches, ends, work } = held();
  const ask = batched({ ...options, concurrency: 2, work });
  const answers = Promise.all(['a1', 'a2', 'a3'].map(ask));
  expect(batches).toEqual([['a1'], ['a2']]);
  ends[1]?.();
  await new Promise(setImmediate);
  expect(batches).toEqual([['a1'], ['a2'], ['a3']]);
  for (const end of ends) end();
  expect(await answers).toEqual(['A1', 'A2', 'A3']);
});

test.each([
  { fault: 'one of the items', mayBeOneItems: true, expected: ['A1', 'A2', 'bad a3', 'A4'] },
  { fault: 'nobody in particular', mayBeOneItems: false, expected: ['A1', 'bad a3', 'bad a3', 'bad a3'] },
])('a batch that fails for $fault', async ({ mayBeOneItems, expected }) => {
  const work = async (items: readonly string[]) => {
    if (items.includes('a3')) throw new Error('bad a3');
    return items.map((item) => item.toUpperCase());
  };
  const ask = batched({ ...options, mayBeOneItems: () => mayBeOneItems, work });
  const answers = ['a1', 'a2', 'a3', 'a4'].map((item) => ask(item).catch((error: Error) => error.message));
  expect(await Promise.all(answers)).toEqual(expected);
});
