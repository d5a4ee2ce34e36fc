import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoadFlow } from '../../server/ports/load-flow.ts';
import { FakeClock } from '../../server/ports/testing/fake-clock.ts';
import { sweepInactiveSessions } from '../../server/sessions/end-session.ts';
import { graphOf, greetingGraph } from '../harness/flow-graphs.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const clock = new FakeClock('2027-01-10T12:00:00Z');
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley({ clock });
});
afterAll(() => parley.stop());

async function start(key: string, count: number): Promise<VisitorSession[]> {
  return Promise.all(Array.from({ length: count }, () => parley.visitor(key).start()));
}

async function finish(sessions: VisitorSession[], label: string): Promise<void> {
  await Promise.all(
    sessions.map(async (session) => {
      await session.send('Ann');
      await session.send('no');
      expect((await session.agentTexts()).at(-1)).toBe(`[${label}] Bye Ann.`);
      expect((await session.read()).session.endReason).toBe('flowFinished');
    }),
  );
}

test('200 open sessions each finish on their version through publishing, pinning and rolling back', async () => {
  const { owner } = parley;
  const flow = await owner.publishedFlow(greetingGraph('v1'));
  const { id, key } = await owner.deploy(flow.id);
  const policy = (versionPolicy: object) => owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { versionPolicy });

  const onFirst = await start(key, 70);
  await owner.publish(flow.id, greetingGraph('v2'));
  const onSecond = await start(key, 70);
  await policy({ kind: 'pinned', number: 1 });
  const onPinned = await start(key, 30);
  await policy({ kind: 'latest' });
  await owner.publish(flow.id, greetingGraph('v3'));
  const onThird = await start(key, 30);
  await policy({ kind: 'pinned', number: 2 });

  await finish(onFirst, 'v1');
  await finish(onSecond, 'v2');
  await finish(onPinned, 'v1');
  await finish(onThird, 'v3');
});

test('a subflow runs as it was published, whatever its author publishes later', async () => {
  const { owner } = parley;
  const inner = await owner.publishedFlow(greetingGraph('inner v1'), 'Inner');
  const graph = graphOf(
    [
      ['start', 'start'],
      ['sub', 'subflow', { flowId: inner.id }],
      ['after', 'end', { message: 'Back with {{var.name}}.' }],
    ],
    [
      ['start', 'sub'],
      ['sub', 'after'],
    ],
  );
  const outer = await owner.publishedFlow(graph, 'Outer');
  const { key } = await owner.deploy(outer.id);
  await owner.publish(inner.id, greetingGraph('inner v2'));
  const session = await parley.visitor(key).start();
  await session.send('Ann');
  await session.send('no');
  expect(await session.agentTexts()).toEqual([
    '[inner v1] What is your name?',
    '[inner v1] Hello Ann! Anything else?',
    '[inner v1] Bye Ann.',
    'Back with Ann.',
  ]);
  const used = await owner.call('DELETE', `/api/v1/flows/${inner.id}`);
  expect([used.status, used.body.code]).toEqual([409, 'in_use']);
});

test('a session left alone is ended by inactivity, and not before its time', async () => {
  const { owner } = parley;
  const flow = await owner.publishedFlow(greetingGraph());
  const { key } = await owner.deploy(flow.id, { timeouts: { chatMs: 60_000 } });
  const session = await parley.visitor(key).start();
  clock.advance(50_000);
  await session.send('Ann');
  clock.advance(50_000);
  await parley.parley.jobs.sweep({});
  expect((await session.read()).session.status).toBe('active');
  clock.advance(11_000);
  await parley.parley.jobs.sweep({});
  expect((await session.read()).session).toMatchObject({ status: 'ended', endReason: 'inactivity' });
});

test('a session that cannot be ended keeps no other from it', async () => {
  const { owner } = parley;
  const deploy = async () => {
    const flow = await owner.publishedFlow(greetingGraph());
    return owner.deploy(flow.id, { timeouts: { chatMs: 60_000 } });
  };
  const broken = await parley.visitor((await deploy()).key).start();
  clock.advance(1_000);
  const whole = await parley.visitor((await deploy()).key).start();
  clock.advance(61_000);
  const { engine } = parley.parley;
  const { versionId: unreadable } = (await engine.ctx.store.turns.load(broken.id)) ?? {};
  const loadFlow: LoadFlow = async (workspaceId, versionId) => {
    if (versionId === unreadable) throw new Error('this version cannot be read any more');
    return engine.loadFlow(workspaceId, versionId);
  };
  expect(await sweepInactiveSessions({ ...engine, loadFlow }, clock.now(), 1)).toBe(1);
  expect((await whole.read()).session).toMatchObject({ status: 'ended', endReason: 'inactivity' });
  expect((await broken.read()).session.status).toBe('active');
});
