import type { JsonValue } from '../../json.ts';
import type { CallHttpEffect } from '../../session/effect.ts';
import type { EffectResult, NodeBehaviour, Step, Turn, TurnScope } from '../flow.ts';
import { compileJson } from '../json-template.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate, renderTemplate } from '../template.ts';
import { requestBody, requestHeader, requestUrl } from '../template-escaping.ts';
import { setVariable, waitForEffect } from '../turn.ts';
import { parseUrlTemplate } from '../url-template.ts';
import { isWithinLimit } from '../value-limit.ts';
import type { NodeSite } from './node-site.ts';
import { leaveBy } from './steps.ts';

const defaultTimeoutMs = 10_000;
/** Methods that may be repeated without doing something twice. */
const repeatable: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE']);
const ok = leaveBy('ok');
const failed = leaveBy('failed');

/** Calls an address and keeps `{status, body}`; leaves by `ok` for a 2xx, else by `failed`. */
export function compileHttp(data: NodeData['http'], site: NodeSite): NodeBehaviour {
  const request = compileRequest(data);
  const { nodeId } = site.place;
  const limits = {
    timeoutMs: data.timeoutMs ?? defaultTimeoutMs,
    retries: data.retries ?? (repeatable.has(data.method) ? 2 : 0),
  };
  return {
    enter: (turn) => waitForEffect(turn, (id) => ({ type: 'callHttp', id, nodeId, ...request(turn.scope), ...limits })),
    receive: (turn, result) => keepResponse(turn, data.saveAs, result),
  };
}

type Request = Pick<CallHttpEffect, 'method' | 'url' | 'headers' | 'body'>;

function compileRequest({ method, url, headers = {}, body }: NodeData['http']): (scope: TurnScope) => Request {
  const address = parseUrlTemplate(url);
  const named = Object.entries(headers).map(([name, text]) => [name, parseTemplate(text)] as const);
  const content = body === undefined ? undefined : compileJson(asJson(body), requestBody);
  return (scope) => ({
    method,
    url: renderTemplate(address, scope, requestUrl),
    headers: Object.fromEntries(named.map(([name, value]) => [name, renderTemplate(value, scope, requestHeader)])),
    ...(content && { body: content(scope) }),
  });
}

/** A body may be written as JSON text; templates then stand inside its strings. */
function asJson(body: JsonValue): JsonValue {
  if (typeof body !== 'string' || !/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function keepResponse(turn: Turn, variable: string, result: EffectResult): Step | null {
  if (result.type !== 'httpResponded') return null;
  const { status, body } = result;
  if (!isWithinLimit(body)) return setVariable(turn, variable, { status, body: null }) ?? failed;
  return setVariable(turn, variable, { status, body }) ?? (status >= 200 && status < 300 ? ok : failed);
}
