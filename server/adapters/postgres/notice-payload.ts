import type { LiveNotice } from '../../ports/live.ts';

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

/** The notices of other nodes; what this node sent itself it has told its subscribers already. */
export function unpackNotices(payload: string, ownNodeId: string): LiveNotice[] {
  const [nodeId, entries = ''] = payload.split(';');
  if (nodeId === ownNodeId || !entries) return [];
  return entries.split(',').map((entry) => {
    const [sessionId = '', lastSeq] = entry.split(':');
    return Number(lastSeq) > 0 ? { sessionId, lastSeq: Number(lastSeq) } : { sessionId };
  });
}
