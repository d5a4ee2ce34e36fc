import type { Appearance } from './appearance.ts';
import type { Memory } from './storage.ts';

/** The session this browser holds in a deployment, so that a reload goes on with it. */
export interface RememberedSession {
  readonly id: string;
  readonly token: string;
  readonly language: string;
  /** How the deployment looked at the start: a running session needs no new decision. */
  readonly appearance: Appearance;
}

export function rememberSession(memory: Memory, key: string, session: RememberedSession): void {
  memory.write(nameOf(key), session);
  memory.write(previousName(key), { sessionId: session.id, token: session.token });
}

export function recallSession(memory: Memory, key: string): RememberedSession | null {
  const value = memory.read(nameOf(key));
  return isSession(value) ? value : null;
}

/** The last session this browser held, kept when it is over, so that the same person goes on in the next one. */
export function recallPrevious(memory: Memory, key: string): { sessionId: string; token: string } | null {
  const value = memory.read(previousName(key));
  if (typeof value !== 'object' || value === null) return null;
  const { sessionId, token } = value as Partial<Record<'sessionId' | 'token', unknown>>;
  return typeof sessionId === 'string' && typeof token === 'string' ? { sessionId, token } : null;
}

export function forgetSession(memory: Memory, key: string): void {
  memory.forget(nameOf(key));
}

function previousName(key: string): string {
  return `previous.${key}`;
}

function nameOf(key: string): string {
  return `session.${key}`;
}

function isSession(value: unknown): value is RememberedSession {
  if (typeof value !== 'object' || value === null) return false;
  const session = value as Partial<Record<keyof RememberedSession, unknown>>;
  const texts = [session.id, session.token, session.language];
  return (
    texts.every((text) => typeof text === 'string' && text !== '') &&
    typeof session.appearance === 'object' &&
    session.appearance !== null
  );
}
