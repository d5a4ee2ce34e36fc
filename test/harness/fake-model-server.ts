import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** What a fake model writes: text, a tool call, or nothing until a promise is kept. */
export type Piece =
  | string
  | { readonly tool: string; readonly input: unknown }
  | { readonly until: () => Promise<unknown> };

export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it as it likes
  readonly body: any;
}

/** Answers one request. */
export type ModelReply = (request: ModelRequest, response: ServerResponse) => unknown;

/** An OpenAI-compatible server of a test. */
export interface FakeModelServer {
  /** `host:port`, for PARLEY_HTTP_ALLOW. */
  readonly host: string;
  /** For PARLEY_MODEL_BASE_URL. */
  readonly baseUrl: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly ModelRequest[];
  /** Answers to the next requests, in order. */
  next(...replies: readonly ModelReply[]): void;
  /** The answer to every request that nothing else is set for. */
  always(reply: ModelReply): void;
  close(): Promise<void>;
}

/** Listens on loopback. Without a word about it, it says `Hello.`, and embeds texts by their letters. */
export async function startFakeModelServer(): Promise<FakeModelServer> {
  const requests: ModelRequest[] = [];
  const queue: ModelReply[] = [];
  let usual: ModelReply = (request, response) =>
    (request.path.endsWith('/embeddings') ? embeds() : says('Hello.'))(request, response);
  const server = createServer(async (incoming, response) => {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const request = { path: incoming.url ?? '', headers: incoming.headers, body: JSON.parse(text || 'null') };
    requests.push(request);
    await (queue.shift() ?? usual)(request, response);
  });
  const host = `127.0.0.1:${await listen(server)}`;
  return {
    host,
    baseUrl: `http://${host}/v1`,
    requests,
    next: (...replies) => void queue.push(...replies),
    always(reply) {
      usual = reply;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The pieces as a stream, or at once where none is asked for. */
export function says(...pieces: readonly Piece[]): ModelReply {
  return async ({ body }, response) => {
    if (body.stream !== true) return completes(response, pieces);
    await streams(response, pieces);
    const reason = pieces.some((piece) => typeof piece === 'object' && 'tool' in piece) ? 'tool_calls' : 'stop';
    response.end(`${chunk({ delta: {}, finish_reason: reason })}data: [DONE]\n\n`);
  };
}

/** The stream ends after the pieces without a word, or the connection does. */
export function breaksOff(how: 'ends' | 'closes', ...pieces: readonly Piece[]): ModelReply {
  return async (_, response) => {
    await streams(response, pieces);
    if (how === 'ends') response.end();
    else response.destroy();
  };
}

export function answersJson(value: unknown): ModelReply {
  return says(JSON.stringify(value));
}

export function refuses(status: number, headers: Readonly<Record<string, string>> = {}, message = 'no'): ModelReply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, type: 'error', code: 'code' } }));
  };
}

/** Takes the request and stays silent. */
export function neverAnswers(): ModelReply {
  return () => {};
}

/** A good status and a body that is not an answer. */
export function sends(body: string | Buffer, contentType = 'text/event-stream'): ModelReply {
  return (_, response) => void response.writeHead(200, { 'content-type': contentType }).end(body);
}

/** Events of a provider's own kind of stream. */
export function streamsEvents(...events: readonly object[]): ModelReply {
  const lines = events.map(
    (event) => `${'type' in event ? `event: ${event.type}\n` : ''}data: ${JSON.stringify(event)}\n\n`,
  );
  return sends(lines.join(''));
}

/** Vectors of 4 numbers. */
export function embeds(): ModelReply {
  return ({ body }, response) => {
    const data = [body.input].flat().map((text: string, index: number) => ({ index, embedding: lettersOf(text) }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', data, model: body.model, usage: { prompt_tokens: 1 } }));
  };
}

async function streams(response: ServerResponse, pieces: readonly Piece[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(chunk({ delta: { role: 'assistant', content: '' } }));
  let tools = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') response.write(chunk({ delta: { content: piece } }));
    else if ('until' in piece) await piece.until();
    else response.write(chunk({ delta: { tool_calls: [toolCall(piece, tools++)] } }));
  }
}

function completes(response: ServerResponse, pieces: readonly Piece[]): void {
  const content = pieces.filter((piece) => typeof piece === 'string').join('');
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      created: 1,
      model: 'fake',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    }),
  );
}

function chunk(choice: object): string {
  const body = { id: 'chatcmpl-1', created: 1, model: 'fake', choices: [{ index: 0, ...choice }] };
  return `data: ${JSON.stringify(body)}\n\n`;
}

function toolCall({ tool, input }: { tool: string; input: unknown }, index: number) {
  return {
    index,
    id: `call_${index}`,
    type: 'function',
    function: { name: tool, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
  };
}

function lettersOf(text: string): number[] {
  return ['a', 'e', 'i', 'o'].map((letter) => text.split(letter).length - 1);
}
