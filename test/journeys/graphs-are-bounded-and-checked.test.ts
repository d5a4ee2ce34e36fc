import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { echoGraph, graphOf } from '../harness/flow-graphs.ts';
import type { Answer, Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** Asks one thing after the other, in so many nodes. */
function longGraph(nodes: number): FlowGraph {
  const asks = Array.from({ length: nodes - 1 }, (_, n) => `ask${n}`);
  return graphOf(
    [
      ['start', 'start'],
      ...asks.map((id): [string, 'ask', object] => [
        id,
        'ask',
        { prompt: `This is ${id}`, input: { kind: 'text' }, variable: 'said' },
      ]),
    ],
    asks.map((id, n) => [n === 0 ? 'start' : `ask${n - 1}`, id]),
  );
}

/** Says what is asked in a loop, with nothing in it that waits, or with a question. */
function loop(within: 'message' | 'ask', text = 'Again'): FlowGraph {
  const data = within === 'message' ? { text } : { prompt: text, input: { kind: 'text' }, variable: 'said' };
  return graphOf(
    [
      ['start', 'start'],
      ['one', 'message', { text: 'One' }],
      ['two', within, data],
    ],
    [
      ['start', 'one'],
      ['one', 'two'],
      ['two', 'one'],
    ],
  );
}

async function save(graph: FlowGraph): Promise<{ id: string; saved: Answer }> {
  const { id } = await parley.owner.must(201, 'POST', '/api/v1/flows', { name: 'A flow' });
  return { id, saved: await parley.owner.call('PUT', `/api/v1/flows/${id}/draft`, { revision: 1, graph }) };
}

async function publish(graph: FlowGraph): Promise<Answer> {
  const { id, saved } = await save(graph);
  expect(saved.status).toBe(200);
  return parley.owner.call('POST', `/api/v1/flows/${id}/versions`);
}

describe('size', () => {
  test('a graph of 10,000 nodes is accepted, published and run', async () => {
    const flow = await parley.owner.publishedFlow(longGraph(10_000));
    const { key } = await parley.owner.deploy(flow.id);
    const session = await parley.visitor(key).start();
    for (let n = 0; n < 5; n += 1) await session.send('on');
    expect(await session.agentTexts()).toEqual(Array.from({ length: 6 }, (_, n) => `This is ask${n}`));
  });

  test.each([10_001, 50_000])('a graph of %i nodes is refused, naming the limit', async (nodes) => {
    const { id, saved } = await save(longGraph(nodes));
    expect([saved.status, saved.body.code]).toEqual([400, 'invalid_request']);
    expect(saved.body.problems).toContainEqual({ field: 'graph.nodes', message: 'a flow holds at most 10,000 nodes' });
    const { draft } = await parley.owner.must(200, 'GET', `/api/v1/flows/${id}`);
    expect([draft.revision, draft.graph.nodes.length]).toEqual([1, 1]);
  });

  test('a graph of more than 16 MB is refused', async () => {
    const graph = graphOf([['start', 'start', { note: 'A'.repeat(17_000_000) }]], []);
    const { id, saved } = await save(graph);
    expect([saved.status, saved.body.code]).toEqual([413, 'too_large']);
    expect((await parley.owner.must(200, 'GET', `/api/v1/flows/${id}`)).draft.revision).toBe(1);
  });
});

describe('loops', () => {
  test('a loop in which nothing waits is kept as a draft and not published, naming its nodes', async () => {
    const { id, saved } = await save(loop('message'));
    expect(saved.status).toBe(200);
    const refused = await parley.owner.call('POST', `/api/v1/flows/${id}/versions`);
    expect([refused.status, refused.body.code]).toEqual([422, 'flow_invalid']);
    const { problems } = refused.body;
    const named = problems.map((problem: Json) => `${problem.nodeId} ${problem.message}`).join('\n');
    expect(named).toContain('one');
    expect(named).toContain('two');
    expect(await parley.owner.must(200, 'GET', `/api/v1/flows/${id}/draft/problems`)).toEqual({ problems });
    expect((await parley.owner.must(200, 'GET', `/api/v1/flows/${id}/versions`)).items).toEqual([]);
  });

  test('a loop that asks is published', async () => {
    expect((await publish(loop('ask'))).status).toBe(201);
  });
});

describe('templates', () => {
  test.each([
    '{{var.constructor}}',
    '{{constructor}}',
    '{{__proto__}}',
    '{{var.__proto__.polluted}}',
    '{{var.said.constructor.name}}',
    '{{contact.prototype}}',
    '{{process.env.HOME}}',
    '{{secret.TOKEN}}',
    '{{var.said',
  ])('%s is refused, naming node and field', async (template) => {
    const refused = await publish(loop('ask', `Hello ${template}`));
    expect([refused.status, refused.body.code]).toEqual([422, 'flow_invalid']);
    const places = refused.body.problems.map(({ nodeId, field }: Json) => `${nodeId} ${field}`);
    expect(new Set(places)).toEqual(new Set(['two prompt']));
  });

  test('what a visitor writes is text, not a template', async () => {
    const flow = await parley.owner.publishedFlow(echoGraph());
    const { key } = await parley.owner.deploy(flow.id);
    const session = await parley.visitor(key).start();
    await session.send('{{var.constructor}} {{var.said}} __proto__');
    const [, answer = ''] = await session.agentTexts();
    expect(answer.replaceAll('\\', '')).toBe('You said: {{var.constructor}} {{var.said}} __proto__');
  });
});
