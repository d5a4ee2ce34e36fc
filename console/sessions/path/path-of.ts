import type { SessionEvent } from '../../../core/session/session-event.ts';

export interface PathStep {
  readonly seq: number;
  readonly nodeId: string;
  readonly flowId: string | undefined;
  readonly nodeType: string;
  readonly at: string;
  /** How long the session stood there; undefined for where it still stands. */
  readonly stayedMs: number | undefined;
}

/** The nodes a session entered, in order, with how long it stood at each. */
export function pathOf(events: readonly SessionEvent[]): PathStep[] {
  const entered = events.filter((event) => event.type === 'nodeEntered');
  const endedAt = events.find((event) => event.type === 'sessionEnded')?.at;
  return entered.map(({ seq, nodeId, flowId, nodeType, at }, index) => {
    const leftAt = entered[index + 1]?.at ?? endedAt;
    const stayedMs = leftAt === undefined ? undefined : Date.parse(leftAt) - Date.parse(at);
    return { seq, nodeId, flowId, nodeType, at, stayedMs };
  });
}
