import type { FlowGraph } from '../../core/flow/graph.ts';
import type { Call, Json } from './http-client.ts';
import { httpClient } from './http-client.ts';

/** A test's own clicks: what an owner does through the API, failing loudly when a step does. */
export function ownerOf(url: string, key: string) {
  const call = httpClient(url, key);
  const must = mustWith(call);
  async function createFlow(graph: FlowGraph, name = 'A flow'): Promise<Json> {
    const flow = await must(201, 'POST', '/api/v1/flows', { name });
    await must(200, 'PUT', `/api/v1/flows/${flow.id}/draft`, { revision: flow.draft.revision, graph });
    return flow;
  }
  async function deploySubject(subject: { kind: 'flow' | 'twin'; id: string }, settings: object): Promise<Json> {
    return must(201, 'POST', '/api/v1/deployments', {
      name: 'A deployment',
      subject,
      platform: { kind: 'web' },
      status: 'active',
      ...settings,
    });
  }
  return {
    call,
    must,
    createFlow,
    /** A flow with its first version. */
    async publishedFlow(graph: FlowGraph, name?: string): Promise<Json> {
      const flow = await createFlow(graph, name);
      await must(201, 'POST', `/api/v1/flows/${flow.id}/versions`, {});
      return flow;
    },
    /** Another version of a flow. */
    async publish(flowId: string, graph: FlowGraph): Promise<Json> {
      const flow = await must(200, 'GET', `/api/v1/flows/${flowId}`);
      await must(200, 'PUT', `/api/v1/flows/${flowId}/draft`, { revision: flow.draft.revision, graph });
      return must(201, 'POST', `/api/v1/flows/${flowId}/versions`, {});
    },
    /** An active web deployment for everyone, but for the settings given. */
    deploy: (flowId: string, settings: object = {}) => deploySubject({ kind: 'flow', id: flowId }, settings),
    deployTwin: (twinId: string, settings: object = {}) => deploySubject({ kind: 'twin', id: twinId }, settings),
    /** A twin with its first version. */
    async publishedTwin(name = 'Ada', persona: object = {}): Promise<Json> {
      const twin = await must(201, 'POST', '/api/v1/twins', { name });
      const { revision, persona: empty } = twin.draft;
      await must(200, 'PUT', `/api/v1/twins/${twin.id}/draft`, { revision, persona: { ...empty, ...persona } });
      await must(201, 'POST', `/api/v1/twins/${twin.id}/versions`, {});
      return twin;
    },
    /** A source that is usable at once. */
    note: (name: string, text: string): Promise<Json> => must(201, 'POST', '/api/v1/sources/notes', { name, text }),
  };
}
export type Owner = ReturnType<typeof ownerOf>;

/** A visitor of a deployment, over HTTP. */
export function visitorOf(url: string, key: string) {
  const call = httpClient(url);
  const must = mustWith(call);
  return {
    decide: (body: object = {}) => call('POST', `/visit/v1/deployments/${key}/decision`, body),
    tryStart: (body: object = {}) =>
      call('POST', `/visit/v1/deployments/${key}/sessions`, { mode: 'chat', consent: true, ...body }),
    async start(body: object = {}): Promise<VisitorSession> {
      const started = await must(201, 'POST', `/visit/v1/deployments/${key}/sessions`, {
        mode: 'chat',
        consent: true,
        ...body,
      });
      return sessionOf(url, started);
    },
  };
}

export interface VisitorSession {
  readonly id: string;
  readonly token: string;
  readonly started: Json;
  /** Sends text, or a choice or value when an object is given. */
  send(content: string | object, clientMessageId?: string): Promise<Json>;
  trySend(content: string | object, clientMessageId?: string): ReturnType<Call>;
  read(): Promise<Json>;
  end(): Promise<Json>;
  /** The agent's texts so far. */
  agentTexts(): Promise<string[]>;
}

let messageCount = 0;

/** The session behind a start reply, on this server or another node. */
export function sessionOf(url: string, started: Json): VisitorSession {
  const { token } = started;
  const { id } = started.session;
  const call = httpClient(url, token);
  const must = mustWith(call);
  const bodyOf = (content: string | object, clientMessageId = `m${process.pid}-${++messageCount}`) => ({
    clientMessageId,
    ...(typeof content === 'string' ? { text: content } : content),
  });
  const read = () => must(200, 'GET', `/visit/v1/sessions/${id}`);
  return {
    id,
    token,
    started,
    read,
    send: (content, clientMessageId) =>
      must(202, 'POST', `/visit/v1/sessions/${id}/messages`, bodyOf(content, clientMessageId)),
    trySend: (content, clientMessageId) =>
      call('POST', `/visit/v1/sessions/${id}/messages`, bodyOf(content, clientMessageId)),
    end: () => must(200, 'POST', `/visit/v1/sessions/${id}/end`),
    agentTexts: async () =>
      (await read()).events
        .filter((event: Json) => event.type === 'message' && event.from === 'agent')
        .map((event: Json) => event.text),
  };
}

function mustWith(call: Call) {
  return async (status: number, method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await call(method, path, body);
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  };
}
