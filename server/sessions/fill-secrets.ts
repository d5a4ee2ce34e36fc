import type { JsonValue } from '../../core/json.ts';
import type { CallHttpEffect } from '../../core/session/effect.ts';
import { UpstreamError } from '../errors.ts';
import type { Engine } from './engine.ts';

const secretPattern = /\{\{\s*secret\.([A-Z][A-Z0-9_]{0,99})\s*\}\}/g;

type Request = Pick<CallHttpEffect, 'url' | 'headers' | 'body'>;

/** Puts the workspace's secrets into a request, as late as possible, so that they are in no event and no log. */
export async function fillSecrets(engine: Engine, sessionId: string, request: Request): Promise<Request> {
  const names = new Set([...JSON.stringify(request).matchAll(secretPattern)].map((match) => match[1] ?? ''));
  if (names.size === 0) return request;
  const values = await secretValues(engine, sessionId, [...names]);
  const fill = (text: string, encode: (value: string) => string = String) =>
    text.replace(secretPattern, (_, name: string) => encode(values.get(name) ?? ''));
  return {
    url: fill(request.url, encodeURIComponent),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fill(value)])),
    body: request.body === undefined ? undefined : fillJson(request.body, fill),
  };
}

function fillJson(value: JsonValue, fill: (text: string) => string): JsonValue {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((item) => fillJson(item, fill));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, fill)]));
}

async function secretValues({ ctx, hot }: Engine, sessionId: string, names: string[]): Promise<Map<string, string>> {
  const session = hot.get(sessionId) ?? (await ctx.store.turns.load(sessionId));
  if (!session) throw new UpstreamError('secrets', 'the session is gone', false);
  const { workspaceId } = session;
  const sealed = await ctx.store.read(workspaceId, (reader) => reader.workspace.sealedSecrets(names));
  return new Map(
    names.map((name) => {
      const text = sealed.get(name);
      if (text === undefined) throw new UpstreamError('secrets', `the secret ${name} does not exist`, false);
      return [name, ctx.vault.open(text, `secret:${workspaceId}:${name}`)];
    }),
  );
}
