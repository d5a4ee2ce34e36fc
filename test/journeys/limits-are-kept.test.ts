import { afterAll, beforeAll, expect, test } from 'vitest';
import { echoGraph } from '../harness/flow-graphs.ts';
import type { Answer } from '../harness/http-client.ts';
import { readStream } from '../harness/read-stream.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
let key: string;
beforeAll(async () => {
  parley = await startParley({ hasRateLimits: true });
  const flow = await parley.owner.publishedFlow(echoGraph());
  key = (await parley.owner.deploy(flow.id)).key;
});
afterAll(() => parley.stop());

function expectRateLimited(answer: Answer): void {
  expect([answer.status, answer.body.code]).toEqual([429, 'rate_limited']);
  const waitS = Number(answer.headers.get('retry-after'));
  expect(waitS).toBeGreaterThanOrEqual(1);
  expect(waitS).toBeLessThanOrEqual(60);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
}

/** Sends one after the other until one is refused; fails when none of so many is. */
async function untilRefused(
  atMost: number,
  send: (n: number) => Promise<Answer>,
): Promise<{ taken: number; refusal: Answer }> {
  for (let taken = 0; taken <= atMost; taken += 1) {
    const answer = await send(taken);
    if (answer.status >= 400) return { taken, refusal: answer };
  }
  throw new Error(`${atMost} were not refused`);
}

test('a session sends only so many messages a minute, and another session as many', async () => {
  const session = await parley.visitor(key).start();
  const { taken, refusal } = await untilRefused(1000, (n) => session.trySend('on and on', `m${n}`));
  expectRateLimited(refusal);
  expect(taken).toBe(120);
  const messages = (await session.read()).events.filter((event: { from?: string }) => event.from === 'visitor');
  expect(messages).toHaveLength(taken);
  await (await parley.visitor(key).start()).send('I am somebody else');
});

test('a session holds only so many streams open, and another one when one is closed', async () => {
  const session = await parley.visitor(key).start();
  const streams = Array.from({ length: 10 }, () => readStream(parley.url, session, 0));
  for (const stream of streams) await stream.until((event) => event.type === 'sessionStarted');
  const refused = await parley.owner.call('GET', `/visit/v1/sessions/${session.id}/events`, undefined, {
    token: session.token,
  });
  expectRateLimited(refused);
  for (const stream of streams) await stream.close();
  const { status } = await parley.owner.call('POST', `/visit/v1/sessions/${session.id}/end`, undefined, {
    token: session.token,
  });
  expect(status).toBe(200);
  const again = readStream(parley.url, session, 0);
  expect((await again.ended).at(-1)).toMatchObject({ type: 'sessionEnded' });
});

test('a visitor starts only so many sessions a minute, whichever key they claim, and owners are not held up by it', async () => {
  const { taken, refusal } = await untilRefused(1000, (n) => parley.visitor(key).tryStart({ unitKey: `visitor-${n}` }));
  expectRateLimited(refusal);
  expect(taken).toBeLessThanOrEqual(300);
  expect((await parley.owner.call('GET', '/api/v1/flows')).status).toBe(200);
  expect((await parley.visitor(key).decide({})).status).toBe(200);
});

test('an address is held up that tries one token after the other, and pages of visitors are too', async () => {
  const guess = (n: number) =>
    parley.owner.call('GET', '/visit/v1/sessions/ses_of_somebody', undefined, { token: `guess-${n}` });
  expectRateLimited(await firstRefused(22_000, guess));
  expectRateLimited(await firstRefused(4000, () => parley.owner.call('GET', `/d/${key}`)));
});

/** Sends a hundred at once until some are refused. */
async function firstRefused(atMost: number, send: (n: number) => Promise<Answer>): Promise<Answer> {
  for (let sent = 0; sent < atMost; sent += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => send(sent + n)));
    const refused = answers.find(({ status }) => status === 429);
    if (refused) return refused;
  }
  throw new Error(`${atMost} were not refused`);
}
