import { describe, expect, test } from 'vitest';
import { emptyTwin } from '../../core/twin/twin.ts';
import { UpstreamError } from '../errors.ts';
import type { Brain } from '../ports/brain.ts';
import { FakeClock } from '../ports/testing/fake-clock.ts';
import { breakCircuit, breakEmbedderCircuit } from './circuit-breaker.ts';

type Outcome = 'answers' | 'down' | 'refuses' | Promise<'answers' | 'down'>;

/** A brain that does as it is told, behind a circuit that breaks at the second failure for a minute. */
function scene() {
  const clock = new FakeClock();
  let asked = 0;
  let outcome: Outcome = 'answers';
  const brain: Brain = {
    kind: 'model',
    name: 'openai gpt',
    answer: () => Promise.reject(new Error('not asked here')),
    async sort() {
      asked += 1;
      const now = await outcome;
      if (now === 'answers') return 'intent';
      throw new UpstreamError('openai', now, now === 'down');
    },
    async distill() {
      if (outcome === 'answers') return [];
      throw new UpstreamError('openai', 'no rules', true);
    },
  };
  const guarded = breakCircuit(brain, clock, { failures: 2, restMs: 60_000 });
  const sort = (then: Outcome) => {
    outcome = then;
    return guarded
      .sort({ text: '', language: 'en', intents: [] }, new AbortController().signal)
      .catch(({ message }: Error) => message);
  };
  const distill = (then: 'answers' | 'down') => {
    outcome = then;
    return guarded
      .distill?.({ twin: emptyTwin('Ada'), passages: [] }, new AbortController().signal)
      .catch(({ message }: Error) => message);
  };
  return { clock, sort, distill, asked: () => asked };
}

const resting = 'openai gpt failed several times in a row and is left alone for a while.';

describe('a brain', () => {
  test('is asked until it has failed twice in a row', async () => {
    const { sort } = scene();
    for (const outcome of ['down', 'answers', 'down', 'answers', 'down'] as const) await sort(outcome);
    expect(await sort('down')).toBe('down');
    expect(await sort('answers')).toBe(resting);
  });

  test('is asked again after its rest, and rests again when it fails once more', async () => {
    const { sort, clock, asked } = scene();
    await sort('down');
    await sort('down');
    clock.advance(59_999);
    expect(await sort('answers')).toBe(resting);
    clock.advance(1);
    expect(await sort('down')).toBe('down');
    expect(await sort('answers')).toBe(resting);
    expect(asked()).toBe(3);
    clock.advance(60_000);
    expect(await sort('answers')).toBe('intent');
    expect(await sort('down')).toBe('down');
    expect(await sort('answers')).toBe('intent');
  });

  test('is tried by one question at a time after its rest', async () => {
    const { sort, clock } = scene();
    await sort('down');
    await sort('down');
    clock.advance(60_000);
    let settle = (_: 'answers') => {};
    const trial = sort(
      new Promise((resolve) => {
        settle = resolve;
      }),
    );
    expect(await sort('answers')).toBe(resting);
    settle('answers');
    expect(await trial).toBe('intent');
    expect(await sort('answers')).toBe('intent');
  });

  test('that fails its owner is not taken from visitors, and proposes rules while it rests', async () => {
    const { sort, distill } = scene();
    for (let time = 0; time < 5; time += 1) expect(await distill('down')).toBe('no rules');
    expect(await sort('down')).toBe('down');
    await sort('down');
    expect(await sort('answers')).toBe(resting);
    expect(await distill('answers')).toEqual([]);
  });

  test('that refuses for good is asked on', async () => {
    const { sort } = scene();
    for (let time = 0; time < 5; time += 1) expect(await sort('refuses')).toBe('refuses');
  });
});

describe('an embedding model', () => {
  test('is left alone for a while after it was too slow several times in a row', async () => {
    const clock = new FakeClock();
    let asked = 0;
    let isDown = true;
    const limits = { failures: 2, restMs: 60_000 };
    const guarded = breakEmbedderCircuit(
      {
        model: 'openai tiny',
        async embed() {
          asked += 1;
          if (isDown) throw new DOMException('too late', 'TimeoutError');
          return [Float32Array.of(1)];
        },
      },
      clock,
      limits,
    );
    const embed = () => guarded.embed(['text'], new AbortController().signal).catch(({ message }: Error) => message);
    expect([await embed(), await embed(), await embed()]).toEqual([
      'too late',
      'too late',
      'openai tiny failed several times in a row and is left alone for a while.',
    ]);
    expect(asked).toBe(2);
    isDown = false;
    clock.advance(60_000);
    expect(await embed()).toEqual([Float32Array.of(1)]);
  });
});
