import { afterAll, beforeAll, expect, test } from 'vitest';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

test('a visitor talks to the end, and the session is judged against its goal', async () => {
  const { owner } = parley;
  const flow = await owner.publishedFlow(greetingGraph());
  const { id, key } = await owner.deploy(flow.id, {
    behavior: { criteria: [{ kind: 'nodeReached', nodeId: 'bye' }] },
  });
  const session = await parley.visitor(key).start({ unitKey: 'ann' });
  await session.send('Ann');
  await session.send('no');

  expect(await session.agentTexts()).toEqual([
    '[v1] What is your name?',
    '[v1] Hello Ann! Anything else?',
    '[v1] Bye Ann.',
  ]);
  expect((await session.read()).session).toMatchObject({ status: 'ended', endReason: 'flowFinished' });
  const late = await session.trySend('hello?');
  expect([late.status, late.body.code]).toEqual([409, 'session_ended']);

  const judged = await until(
    () => owner.must(200, 'GET', `/api/v1/sessions/${session.id}`),
    (read: Json) => read.evaluation !== null,
  );
  expect(judged.evaluation).toMatchObject({ outcome: 'achieved', by: 'criteria' });
  expect(judged.variables).toEqual({ name: 'Ann', more: 'no' });
  expect(judged.decision).toMatchObject({ reason: 'SERVED', unitKey: 'ann', sessionId: session.id });
  const decisions = await owner.must(200, 'GET', `/api/v1/deployments/${id}/decisions?unitKey=ann`);
  expect(decisions.items).toHaveLength(1);
});

test('a repeated clientMessageId gets the first answer, even after the end', async () => {
  const flow = await parley.owner.publishedFlow(greetingGraph());
  const { key } = await parley.owner.deploy(flow.id);
  const session = await parley.visitor(key).start();
  const first = await session.send('Ann', 'one');
  expect(await session.send('Bob', 'one')).toEqual(first);
  const second = await session.send('no', 'two');
  expect(await session.send('no', 'two')).toEqual(second);
  expect(await session.agentTexts()).toHaveLength(3);
});
