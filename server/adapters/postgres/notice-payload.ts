import * as z from 'zod';
import type { LiveDelta, LiveNotice } from '../../ports/live.ts';

/** PostgreSQL refuses 8,000 bytes; half of it keeps its queue pages well filled. */
const payloadBytes = 4000;

/** `<node>;<session>:<lastSeq>,…`, in as many payloads as the limit asks for. A seq of 0 means it is not known. */
export function packNotices(
  nodeId: string,
  notices: readonly (readonly [sessionId: string, lastSeq: number])[],
): string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const [sessionId, lastSeq] of notices) {
    const entry = `${sessionId}:${lastSeq}`;
    const longer = payload ? `${payload},${entry}` : `${nodeId};${entry}`;
    if (payload && Buffer.byteLength(longer) >= payloadBytes) {
      payloads.push(payload);
      payload = `${nodeId};${entry}`;
    } else {
      payload = longer;
    }
  }
  return payload ? [...payloads, payload] : payloads;
}

/** Longest piece of an answer in one payload, in UTF-16 units: none takes more than four bytes, escaped or not six. */
const pieceLength = 600;
const deltaSchema = z.object({
  node: z.string(),
  sessionId: z.string(),
  delta: z.object({ effectId: z.string(), offset: z.number(), text: z.string() }),
});

/** A piece of an answer as JSON, in as many payloads as the limit asks for. */
export function packDelta(nodeId: string, sessionId: string, { effectId, offset, text }: LiveDelta): string[] {
  const payloads: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    const delta = { effectId, offset: offset + at, text: text.slice(at, at + pieceLength) };
    payloads.push(JSON.stringify({ node: nodeId, sessionId, delta }));
  }
  return payloads;
}

/** The notices of other nodes; what this node sent itself it has told its subscribers already. */
export function unpackNotices(payload: string, ownNodeId: string): LiveNotice[] {
  if (payload.startsWith('{')) {
    const { node, sessionId, delta } = deltaSchema.parse(JSON.parse(payload));
    return node === ownNodeId ? [] : [{ sessionId, delta }];
  }
  const [nodeId, entries = ''] = payload.split(';');
  if (nodeId === ownNodeId || !entries) return [];
  return entries.split(',').map((entry) => {
    const [sessionId = '', lastSeq] = entry.split(':');
    return Number(lastSeq) > 0 ? { sessionId, lastSeq: Number(lastSeq) } : { sessionId };
  });
}
