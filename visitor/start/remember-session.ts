import { type RememberedSession, sessionName } from '../remembered-session.ts';
import type { Memory } from '../storage.ts';

/** Keeps a session that has started, for a reload and for whoever talks next from this browser. */
export function rememberSession(memory: Memory, key: string, session: RememberedSession): void {
  memory.write(sessionName(key), session);
  memory.write(previousName(key), { sessionId: session.id, token: session.token });
}

/** The last session this browser held, kept when it is over, so that the same person goes on in the next one. */
export function recallPrevious(memory: Memory, key: string): { sessionId: string; token: string } | null {
  const value = memory.read(previousName(key));
  if (typeof value !== 'object' || value === null) return null;
  const { sessionId, token } = value as Partial<Record<'sessionId' | 'token', unknown>>;
  return typeof sessionId === 'string' && typeof token === 'string' ? { sessionId, token } : null;
}

function previousName(key: string): string {
  return `previous.${key}`;
}
