import { expect, test } from 'vitest';
import { forgetSession, recallSession } from './remembered-session.ts';
import { recallPrevious, rememberSession } from './start/remember-session.ts';
import { createMemory } from './storage.ts';

const session = { id: 'ses_1', token: 'vst_1', language: 'en', appearance: { title: 'Support' } } as Parameters<
  typeof rememberSession
>[2];

test('a session that is over is forgotten, but whose it was is kept for the next one', () => {
  const kept = createMemory(null);
  rememberSession(kept, 'key', session);
  expect(recallSession(kept, 'key')).toEqual(session);
  forgetSession(kept, 'key');
  expect(recallSession(kept, 'key')).toBeNull();
  expect(recallPrevious(kept, 'key')).toEqual({ sessionId: 'ses_1', token: 'vst_1' });
  expect(recallPrevious(kept, 'another key')).toBeNull();
});

test('what is not a session in the memory counts as none', () => {
  const kept = createMemory(null);
  kept.write('previous.key', 'nonsense');
  expect(recallPrevious(kept, 'key')).toBeNull();
});
