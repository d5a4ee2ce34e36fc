import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeClock } from '../../server/ports/testing/fake-clock.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const hourMs = 60 * 60 * 1000;
const clock = new FakeClock('2027-01-10T20:00:00Z');
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley({ clock });
});
afterAll(() => parley.stop());

const get = (path: string): Promise<Json> => parley.owner.must(200, 'GET', path);

async function judged(session: VisitorSession): Promise<void> {
  await until(
    () => get(`/api/v1/sessions/${session.id}`),
    (read: Json) => read.evaluation !== null,
  );
}

test('sessions are counted by how they went, by day of the workspace, version, mode and node', async () => {
  const { owner } = parley;
  await owner.must(200, 'PATCH', '/api/v1/workspace', { timeZone: 'Europe/Vienna' });
  const flow = await owner.publishedFlow(greetingGraph(), 'Greeting');
  const { id, key } = await owner.deploy(flow.id, { modes: ['chat'] });
  const visitor = parley.visitor(key);

  const finished = await visitor.start();
  await finished.send('Ann');
  await finished.send('no');
  const left = await visitor.start();
  await left.send('Bob');
  await left.end();
  const silent = await visitor.start();
  await silent.end();
  await visitor.start();
  clock.advance(4 * hourMs);
  await owner.publish(flow.id, greetingGraph('v2'));
  const nextDay = await visitor.start();
  await nextDay.send('Cid');
  await nextDay.end();
  for (const session of [finished, left, silent, nextDay]) await judged(session);

  const before = await get(`/api/v1/dashboard?deployment=${id}`);
  expect(before.total).toEqual({
    sessions: 5,
    ended: 4,
    achieved: 1,
    notAchieved: 0,
    unclear: 0,
    unjudged: 2,
    tooShort: 1,
    judged: 1,
    successRate: 1,
  });
  expect(before.endReasons).toMatchObject({ flowFinished: 1, visitorLeft: 3, inactivity: 0 });
  expect(before.days).toHaveLength(30);
  expect(before.days.slice(-3).map((day: Json) => [day.day, day.sessions])).toEqual([
    ['2027-01-09', 0],
    ['2027-01-10', 4],
    ['2027-01-11', 1],
  ]);
  expect(before.versions.map((version: Json) => [version.subject.name, version.number, version.sessions])).toEqual([
    ['Greeting', 2, 1],
    ['Greeting', 1, 4],
  ]);
  expect(before.modes).toMatchObject([{ mode: 'chat', sessions: 5 }]);

  await owner.must(200, 'POST', `/api/v1/sessions/${left.id}/verdict`, { outcome: 'notAchieved' });
  await owner.must(200, 'POST', `/api/v1/sessions/${finished.id}/verdict`, { outcome: 'unclear' });
  const after = await get('/api/v1/dashboard');
  expect(after.total).toMatchObject({
    sessions: 5,
    achieved: 0,
    notAchieved: 1,
    unclear: 1,
    unjudged: 1,
    judged: 2,
    successRate: 0,
  });

  const ofDay = await get('/api/v1/dashboard?from=2027-01-11&to=2027-01-11');
  expect(ofDay).toMatchObject({ total: { sessions: 1 }, from: '2027-01-10T23:00:00.000Z', timeZone: 'Europe/Vienna' });

  const funnel = await get(`/api/v1/flows/${flow.id}/versions/1/funnel?deployment=${id}`);
  expect(funnel.sessions).toBe(3);
  expect(funnel.nodes).toEqual([
    { nodeId: 'name', flowId: null, entered: 3, left: 2, endedHere: 1 },
    { nodeId: 'start', flowId: null, entered: 3, left: 3, endedHere: 0 },
    { nodeId: 'more', flowId: null, entered: 2, left: 1, endedHere: 1 },
    { nodeId: 'bye', flowId: null, entered: 1, left: 0, endedHere: 1 },
  ]);
  const listed = await get('/api/v1/deployments');
  expect(listed.items).toMatchObject([
    { id, subjectName: 'Greeting', servedVersion: 2, stats: { sessions: 5, achieved: 0, judged: 2 } },
  ]);
});

test.each([
  ['/api/v1/dashboard?deployment=dep_none', 404, 'not_found'],
  ['/api/v1/dashboard?from=2027-01-02&to=2027-01-01', 400, 'invalid_request'],
  ['/api/v1/dashboard?from=yesterday', 400, 'invalid_request'],
  ['/api/v1/dashboard?from=2027-02-30', 400, 'invalid_request'],
  ['/api/v1/dashboard?days=3', 400, 'invalid_request'],
  ['/api/v1/flows/flw_none/versions/1/funnel', 404, 'not_found'],
])('%s is refused with %i %s', async (path, status, code) => {
  const answer = await parley.owner.call('GET', path);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});
