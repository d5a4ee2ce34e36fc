import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { emptyTwin } from '../../../core/twin/twin.ts';
import { aiSdkBrain } from '../../../server/adapters/model-ai-sdk/ai-sdk-brain.ts';
import { guardedFetch } from '../../../server/adapters/undici-http-caller/guarded-fetch.ts';
import type { Answer, FoundPassage, Question } from '../../../server/ports/brain.ts';
import type { ModelAccess } from '../../../server/ports/models.ts';
import { FakeClock } from '../../../server/ports/testing/fake-clock.ts';
import { type FakeModelServer, startFakeModelServer } from '../../harness/fake-model-server.ts';

export interface ModelWorld {
  readonly server: FakeModelServer;
  readonly clock: FakeClock;
  readonly access: ModelAccess;
  readonly fetch: typeof fetch;
}

/** A model server of the test's own, which is gone with it. */
export async function modelWorld(): Promise<ModelWorld> {
  const server = await startFakeModelServer();
  const guarded = guardedFetch({ allow: [server.host], replyBytes: 1_000_000 });
  onTestFinished(guarded.close);
  onTestFinished(server.close);
  const access = { provider: 'openai-compatible', model: 'fake', baseUrl: server.baseUrl, apiKey: secret } as const;
  return { server, clock: new FakeClock(), access, fetch: guarded.fetch };
}

/** Short pauses, for a clock that moves in small steps. */
export const limits = { firstDelayMs: 2 };
export const secret = 'sk-very-secret-key';

export interface Talk {
  /** Of the answer, once it is there. */
  readonly answer: Promise<Answer>;
  /** What was handed on since the last restart. */
  heard(): string;
  restarts(): number;
  readonly stop: AbortController;
}

export function ask({ access, clock, fetch }: ModelWorld, given: Partial<Question> = {}): Talk {
  let heard = '';
  let restarts = 0;
  const stop = new AbortController();
  const hear = {
    piece(text: string) {
      heard += text;
    },
    restart() {
      heard = '';
      restarts += 1;
    },
  };
  const answer = aiSdkBrain(access, { clock, fetch, limits }).answer(question(given), hear, stop.signal);
  answer.catch(() => {});
  return { answer, heard: () => heard, restarts: () => restarts, stop };
}

export function passage(number: number, text: string, access: FoundPassage['access'] = 'mentioned'): FoundPassage {
  const place = { sourceId: `src_${number}`, revision: 1, number, headings: ['Refunds'], page: null };
  return { ...place, title: `Terms ${number}`, text, score: 1, confidence: 1, access };
}

function question(given: Partial<Question> = {}): Question {
  return {
    twin: emptyTwin('Ada Lovelace'),
    goal: '',
    instructions: [],
    language: 'en',
    languages: ['en'],
    transcript: [],
    facts: [],
    text: 'How long does a refund take?',
    passages: [passage(1, 'Two days.'), passage(2, 'A refund takes 14 days.')],
    actions: [],
    mayAskEmail: false,
    exits: [],
    variables: [],
    search: async () => [],
    ...given,
  };
}

/** Of a talk in which all may be asked for. */
export const everything: Partial<Question> = {
  mayAskEmail: true,
  actions: [{ id: 'act_1', label: 'Book a demo', description: '', condition: 'a customer' }],
  exits: [{ id: 'done', description: 'All is said' }],
  variables: [{ name: 'size', description: 'How many people' }],
};

export async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(1);
}

/** Moves the clock in steps until the promise is settled, so that pauses between attempts pass. */
export async function patiently<Result>({ clock }: ModelWorld, promise: Promise<Result>, stepMs = 1): Promise<Result> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  await untilTrue(() => {
    clock.advance(isSettled ? 0 : stepMs);
    return isSettled;
  });
  return promise;
}
