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

export function recallSession(memory: Memory, key: string): RememberedSession | null {
  const value = memory.read(sessionName(key));
  return isSession(value) ? value : null;
}

export function forgetSession(memory: Memory, key: string): void {
  memory.forget(sessionName(key));
}

/** The name a deployment's session is kept under. */
export function sessionName(key: string): string {
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
