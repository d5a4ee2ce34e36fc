import { beforeEach, describe, expect, test } from 'vitest';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { graph, say } from '../../../../core/flow/testing/small-graphs.ts';
import {
  type DraftSaver,
  draftSaver,
  type KeptDraft,
  type SavedDraft,
  type SaveOutcome,
  type SaveState,
} from './draft-saver.ts';

const first = graph([say('hello', 'Hello')]);
const hi = graph([say('hello', 'Hi')]);
const hey = graph([say('hello', 'Hey')]);
const draftOf = (revision: number, each: FlowGraph): SavedDraft => ({
  revision,
  graph: each,
  updatedAt: `at ${revision}`,
  updatedBy: 'Ann',
});

let server: SavedDraft;
let kept: KeptDraft | null;
let states: SaveState['kind'][];
let timers: { delayMs: number; run: () => void }[];
let answers: SaveOutcome[];
let saver: DraftSaver;

beforeEach(() => {
  server = draftOf(1, first);
  kept = null;
  states = [];
  timers = [];
  answers = [];
  saver = draftSaver({
    draft: server,
    async save({ revision, graph: sent }) {
      const answer = answers.shift();
      if (answer) return answer;
      if (revision !== server.revision) return { kind: 'stale' };
      server = draftOf(revision + 1, sent);
      return { kind: 'saved', revision: server.revision, updatedAt: server.updatedAt };
    },
    read: async () => server,
    keep(draft) {
      kept = draft;
      return true;
    },
    after(delayMs, run) {
      const timer = { delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    onState: ({ kind }) => states.push(kind),
  });
});

test('a change is saved a moment after the last one, at the revision that was read', async () => {
  saver.change(hi);
  saver.change(hey);
  expect(timers).toHaveLength(1);
  expect(server.revision).toBe(1);
  timers[0]?.run();
  await saver.flush();
  expect(server).toEqual(draftOf(2, hey));
  expect(states).toEqual(['unsaved', 'saving', 'saved']);
  expect(kept).toBeNull();
});

test('what changes while a save is under way goes with the next', async () => {
  saver.change(hi);
  const flushing = saver.flush();
  saver.change(hey);
  await flushing;
  expect(server).toEqual(draftOf(3, hey));
});

test('undoing back to what is saved leaves nothing to save', () => {
  saver.change(hi);
  saver.change(first);
  expect(timers).toHaveLength(0);
  expect(saver.state()).toMatchObject({ kind: 'saved', draft: { revision: 1 } });
});

describe('where nobody answers', () => {
  test('the work is kept here and tried again, later each time, until it is saved', async () => {
    answers = [{ kind: 'unreachable' }, { kind: 'unreachable' }];
    saver.change(hi);
    await saver.flush();
    expect(saver.state()).toEqual({ kind: 'offline', isKept: true });
    expect(kept?.graph).toBe(hi);
    await saver.flush();
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([4000]);
    await saver.flush();
    expect(saver.state().kind).toBe('saved');
    expect(kept).toBeNull();
  });

  test('a save whose answer was lost is no conflict with oneself', async () => {
    answers = [{ kind: 'unreachable' }];
    saver.change(hi);
    await saver.flush();
    server = draftOf(2, structuredClone(hi));
    await saver.flush();
    expect(saver.state().kind).toBe('saved');
    saver.change(hey);
    await saver.flush();
    expect(server).toEqual(draftOf(3, hey));
  });
});

test('a refusal is shown with its reason and kept, and the next change is tried', async () => {
  answers = [{ kind: 'refused', detail: 'too large' }];
  saver.change(hi);
  expect(await saver.flush()).toEqual({ kind: 'refused', detail: 'too large', isKept: true });
  saver.change(hey);
  expect((await saver.flush()).kind).toBe('saved');
});

describe('where somebody else saved first', () => {
  beforeEach(async () => {
    server = draftOf(5, hey);
    saver.change(hi);
    await saver.flush();
  });

  test('nothing is overwritten, and further changes stay mine', async () => {
    const mine = graph([say('hello', 'Hi there')]);
    saver.change(mine);
    await saver.flush();
    expect(server).toEqual(draftOf(5, hey));
    expect(saver.state()).toMatchObject({ kind: 'conflict', base: { revision: 1 }, mine, theirs: { revision: 5 } });
  });

  test('keeping mine saves it on top of theirs', async () => {
    saver.resolve(hi);
    await saver.flush();
    expect(server).toEqual(draftOf(6, hi));
    expect(saver.state().kind).toBe('saved');
  });

  test('taking theirs saves nothing', async () => {
    saver.resolve(structuredClone(hey));
    await saver.flush();
    expect(server.revision).toBe(5);
    expect(saver.state()).toMatchObject({ kind: 'saved', draft: { revision: 5 } });
  });
});

test('a draft read before my save is not taken for a newer one', async () => {
  const reading = saver.refresh();
  saver.change(hi);
  const saving = saver.flush();
  expect(await reading).toBeNull();
  await saving;
  server = draftOf(1, hey);
  expect(await saver.refresh()).toBeNull();
});

test('a newer draft is taken where nothing of mine is unsaved, and left alone otherwise', async () => {
  server = draftOf(4, hey);
  expect(await saver.refresh()).toEqual(server);
  saver.change(hi);
  server = draftOf(5, first);
  expect(await saver.refresh()).toBeNull();
});
