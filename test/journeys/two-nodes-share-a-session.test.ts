import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseServers } from '../harness/database.ts';
import { echoGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { sessionOf } from '../harness/parley-client.ts';
import { readStream } from '../harness/read-stream.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

describe.each(databaseServers.filter((server) => server !== 'embedded'))('two nodes on the %s PostgreSQL', (server) => {
  let parley: TestParley;
  beforeAll(async () => {
    parley = await startParley({ server, nodes: 2 });
  });
  afterAll(() => parley?.stop());

  test('a session alternates between them turn by turn, and the live stream works from the other node', async () => {
    const [first = '', second = ''] = parley.urls;
    const flow = await parley.owner.publishedFlow(echoGraph());
    const { key } = await parley.owner.deploy(flow.id);
    const here = await parley.visitor(key).start();
    const there = sessionOf(second, here.started);
    const stream = readStream(second, here, 0);

    for (let turn = 0; turn < 10; turn += 1) await (turn % 2 === 0 ? here : there).send(`turn ${turn}`);
    const heard = await stream.until((event) => event.text === 'You said: turn 9');
    await stream.close();

    const expected = ['nothing yet', ...Array.from({ length: 10 }, (_, turn) => `turn ${turn}`)];
    const said = (events: Json[]) =>
      events.filter((event) => event.from === 'agent').map((event) => event.text.replace('You said: ', ''));
    expect(said(heard)).toEqual(expected);
    expect(said((await sessionOf(first, here.started).read()).events)).toEqual(expected);
  });

  test('messages sent to both nodes at once are each answered once', async () => {
    const [, second = ''] = parley.urls;
    const flow = await parley.owner.publishedFlow(echoGraph());
    const { key } = await parley.owner.deploy(flow.id);
    const here = await parley.visitor(key).start();
    const there = sessionOf(second, here.started);
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? here : there).send(`m${n}`, `id-${n}`)));
    const texts = (await here.agentTexts()).slice(1).map((text) => text.replace('You said: ', ''));
    expect(texts.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `m${n}`).toSorted());
  });

  test('a change of settings holds on the other node from its reply on', async () => {
    const [, second = ''] = parley.urls;
    const flow = await parley.owner.publishedFlow(echoGraph());
    const { id, key } = await parley.owner.deploy(flow.id);
    const other = parley.visitor(key, second);
    for (const status of ['inactive', 'active', 'inactive']) {
      await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { status });
      expect((await other.decide({ unitKey: 'someone' })).body.serve).toBe(status === 'active');
    }
  });
});
