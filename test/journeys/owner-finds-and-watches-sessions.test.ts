import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportSessions } from '../../server/sessions/export-sessions.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { readStream } from '../harness/read-stream.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

let parley: TestParley;
let key: string;
let deploymentId: string;
let flowId: string;
beforeAll(async () => {
  parley = await startParley();
  const flow = await parley.owner.publishedFlow(greetingGraph());
  flowId = flow.id;
  ({ key, id: deploymentId } = await parley.owner.deploy(flow.id));
});
afterAll(() => parley.stop());

const get = (path: string): Promise<Json> => parley.owner.must(200, 'GET', path);
const idsOf = async (query: string): Promise<string[]> =>
  (await get(`/api/v1/sessions?${query}`)).items.map((item: Json) => item.id);

async function talk(texts: readonly string[]): Promise<VisitorSession> {
  const session = await parley.visitor(key).start();
  for (const text of texts) await session.send(text);
  return session;
}

test('a session is found by what was said, and listed with how it began', async () => {
  const session = await talk(['Zuzana', 'A zeppelin, please']);
  expect(await idsOf('q=zepp')).toEqual([session.id]);
  expect(await idsOf('q=ZEPPELIN%20zuzana&endReason=flowFinished&language=en')).toEqual([session.id]);
  expect(await idsOf('q=zeppelin&endReason=failed')).toEqual([]);
  const [listed] = (await get('/api/v1/sessions?q=zeppelin')).items;
  expect(listed).toMatchObject({ preview: 'Zuzana', personName: null, unread: false });
});

test('people are found by the name their owner vouched for, and so are their sessions', async () => {
  const contact = { name: 'Grace Hopper', email: 'grace@navy.example' };
  const started = await parley.owner.must(201, 'POST', `/api/v1/deployments/${deploymentId}/sessions`, {
    unitKey: 'unit-7731',
    mode: 'chat',
    contact,
  });
  expect((await get('/api/v1/people?q=hopp')).items).toMatchObject([{ name: 'Grace Hopper' }]);
  expect((await get('/api/v1/people?q=nobody')).items).toEqual([]);
  for (const q of ['grace', 'navy', 'unit-7731']) expect.soft(await idsOf(`q=${q}`), q).toEqual([started.session.id]);
});

test('a session names the flow it runs, by its name of today', async () => {
  const { id } = await talk(['Ann']);
  await parley.owner.must(200, 'PATCH', `/api/v1/flows/${flowId}`, { name: 'Renamed' });
  const subject = { kind: 'flow', id: flowId, name: 'Renamed' };
  expect((await get(`/api/v1/sessions/${id}`)).subject).toEqual(subject);
  expect((await get('/api/v1/sessions')).items[0]).toMatchObject({ id, subject });
});

test('the filtered sessions are exported, and no text of theirs runs as a formula', async () => {
  const session = await talk(['=cmd|"/c calc"!A1', 'exported, as it is']);
  await talk(['not exported']);
  const { status, headers, body } = await parley.owner.call('GET', '/api/v1/sessions.csv?q=exported%20calc');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(headers.get('content-disposition')).toBe('attachment; filename="sessions.csv"');
  const [head, line, rest] = body.split('\r\n');
  expect(head).toMatch(/^id,startedAt,.*,firstMessage$/);
  expect(line.startsWith(`${session.id},`)).toBe(true);
  expect(line.endsWith(`,"'=cmd|""/c calc""!A1"`)).toBe(true);
  expect(rest).toBe('');
  const wrong = await parley.owner.call('GET', '/api/v1/sessions.csv?limit=3');
  expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_request']);
});

test('an export holds every row, over many pages', async () => {
  const started = Array.from({ length: 12 }, () => parley.visitor(key).start());
  await Promise.all(started);
  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Json = await get(`/api/v1/sessions?limit=5${cursor && `&cursor=${cursor}`}`);
    all.push(...page.items.map((item: Json) => item.id));
    cursor = page.nextCursor;
  }
  let text = '';
  for await (const lines of await exportSessions(parley.parley.ctx, parley.actor, {}, 5)) text += lines;
  const exported = text.split('\r\n').slice(1, -1);
  expect(exported.map((line) => line.split(',')[0])).toEqual(all);
});

test('an owner sees a session happen, to its evaluation', async () => {
  const session = await parley.visitor(key).start();
  const stream = readStream(parley.url, { id: session.id, token: parley.key }, 0, '/api/v1');
  await stream.until((event) => event.type === 'inputRequested');
  await session.send('Ann');
  const running = await stream.until((event) => event.type === 'variableSet');
  expect(running.map((event) => event.type)).toContain('nodeEntered');
  await session.send('no');
  const events = await stream.ended;
  expect(events.at(-1)).toMatchObject({ type: 'sessionEvaluated', outcome: 'achieved' });
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  const { events: logged } = await get(`/api/v1/sessions/${session.id}`);
  expect(events).toEqual(logged);
});

test('a stream that has nothing more to tell ends at once', async () => {
  const session = await talk(['Ann', 'no']);
  const { events } = await until(
    () => get(`/api/v1/sessions/${session.id}`),
    (read: Json) => read.evaluation !== null,
  );
  const last = events.at(-1).seq;
  expect(await readStream(parley.url, { id: session.id, token: parley.key }, last, '/api/v1').ended).toEqual([]);
  expect(await readStream(parley.url, session, last).ended).toEqual([]);
});

test('nobody else watches: not with a key of fewer scopes, nor a session unknown', async () => {
  const session = await parley.visitor(key).start();
  const path = `/api/v1/sessions/${session.id}/events`;
  expect((await parley.owner.call('GET', path, undefined, { token: session.token })).status).toBe(401);
  const { key: small } = await parley.owner.must(201, 'POST', '/api/v1/api-keys', {
    name: 'flows',
    scopes: ['flows:read'],
  });
  expect((await parley.owner.call('GET', path, undefined, { token: small })).status).toBe(403);
  expect((await parley.owner.call('GET', '/api/v1/sessions/ses_none/events')).status).toBe(404);
});

test('each member has read what they have read, and an API key reads nothing', async () => {
  const { owner, url } = parley;
  const console = await memberOf('ann');
  const other = await memberOf('ben');
  const session = await parley.visitor(key).start();
  const unreadOf = async (member: typeof console) => {
    const { items } = await member('GET', '/api/v1/sessions?unread=true');
    return items.map((item: Json) => item.id);
  };
  expect(await unreadOf(console)).toEqual([session.id]);
  await console('POST', `/api/v1/sessions/${session.id}/read`, 204);
  expect(await unreadOf(console)).toEqual([]);
  expect((await console('GET', `/api/v1/sessions/${session.id}`)).unread).toBe(false);
  expect(await unreadOf(other)).toEqual([session.id]);
  await console('DELETE', `/api/v1/sessions/${session.id}/read`, 204);
  expect(await unreadOf(console)).toEqual([session.id]);
  await console('POST', '/api/v1/sessions/ses_none/read', 404);

  const asked = await owner.call('GET', '/api/v1/sessions?unread=true');
  expect([asked.status, asked.body.code]).toEqual([400, 'invalid_request']);
  const marked = await owner.call('POST', `/api/v1/sessions/${session.id}/read`);
  expect([marked.status, marked.body.code]).toEqual([422, 'not_available']);

  async function memberOf(name: string) {
    const { link } = await owner.must(201, 'POST', '/api/v1/invitations', { role: 'viewer' });
    const token = new URL(link).hash.slice(1);
    const accepted = await fetch(`${url}/api/v1/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, name, email: `${name}@example.com`, password: 'a long enough password' }),
    });
    const cookie = accepted.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return async (method: string, path: string, status = 200): Promise<Json> => {
      const answer = await fetch(url + path, { method, headers: { cookie, origin: url } });
      expect(answer.status, `${method} ${path}`).toBe(status);
      return status === 200 ? answer.json() : null;
    };
  }
});
