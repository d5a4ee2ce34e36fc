import { expect, it } from 'vitest';
import { addressOf, createClient, ProblemError } from './client.ts';
import { flowEndpoints } from './flows.ts';
import { sessionEndpoints } from './sessions.ts';
import { workspaceEndpoints } from './workspace.ts';

interface Sent {
  url: string;
  init: RequestInit;
}

/** A client whose server gives one answer and keeps what it was sent. */
function clientAnswered(answer: Response) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: 'https://parley.example',
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer;
    },
  });
  return { client, sent };
}

it('sends params, query and body where the endpoint says, and gives the reply', async () => {
  const reply = { revision: 3, updatedAt: '2027-01-31T09:00:00Z' };
  const { client, sent } = clientAnswered(Response.json(reply));
  const body = { revision: 2, graph: { nodes: [], edges: [] } };
  expect(await client.call(flowEndpoints.saveDraft, { params: { id: 'flo_1' }, body })).toEqual(reply);
  expect(sent).toMatchObject([
    { url: 'https://parley.example/api/v1/flows/flo_1/draft', init: { method: 'PUT', body: JSON.stringify(body) } },
  ]);
});

it('sends no body and no content type where there is none', async () => {
  const { client, sent } = clientAnswered(Response.json({ items: [], nextCursor: null }));
  await client.call(sessionEndpoints.listSessions, { query: { status: 'ended', limit: 20, cursor: undefined } });
  expect(sent[0]?.url).toBe('https://parley.example/api/v1/sessions?status=ended&limit=20');
  expect(sent[0]?.init).toEqual({ method: 'GET', signal: undefined });
});

it('gives nothing for 204', async () => {
  const { client } = clientAnswered(new Response(null, { status: 204 }));
  expect(await client.call(workspaceEndpoints.revokeApiKey, { params: { id: 'key_1' } })).toBeUndefined();
});

it('rejects with the problem that the server sent', async () => {
  const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found', detail: 'No such flow.' };
  const { client } = clientAnswered(Response.json(problem, { status: 404 }));
  const refused = await client.call(flowEndpoints.getFlow, { params: { id: 'x' } }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ProblemError);
  expect(refused).toMatchObject({ message: 'No such flow.', problem });
});

it.each([
  [502, 'unavailable', new Response('<h1>Bad gateway</h1>', { status: 502 })],
  [500, 'unavailable', new Response('{"half', { status: 500, headers: { 'content-type': 'application/json' } })],
  [404, 'internal', Response.json({ message: 'of somebody else' }, { status: 404 })],
])('makes a problem of an answer %i that is none', async (status, code, answer) => {
  const { client } = clientAnswered(answer);
  await expect(client.call(workspaceEndpoints.getWorkspace)).rejects.toMatchObject({ problem: { status, code } });
});

it.each([
  ['/api/v1/flows/a%2Fb%3F', { path: '/api/v1/flows/:id' }, { id: 'a/b?' }, {}],
  ['/api/v1/flows?cursor=a%26b', { path: '/api/v1/flows' }, {}, { cursor: 'a&b', limit: undefined }],
  ['/api/v1/flows/f/versions/3', { path: '/api/v1/flows/:id/versions/:number' }, { id: 'f', number: 3 }, {}],
])('writes %s', (address, endpoint, params, query) => expect(addressOf(endpoint, params, query)).toBe(address));
