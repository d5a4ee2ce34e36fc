import { expect, it } from 'vitest';
import type { FrameMessage } from '../contract/embed-protocol.ts';
import { createHostStorage } from './host-storage.ts';
import { createMemory } from './storage.ts';

it('serves as storage of the page: begins with what the host kept, and has it keep every change', () => {
  const posted: FrameMessage[] = [];
  const storage = createHostStorage({ 'parley.old': '1', 'parley.other': '2' }, (message) => posted.push(message));
  const memory = createMemory(storage);

  expect(memory.read('old')).toBe(1);
  memory.write('session', { id: 'ses_1' });
  memory.forget('old');
  memory.forget('never there');

  expect(memory.read('session')).toEqual({ id: 'ses_1' });
  expect(memory.read('old')).toBeNull();
  expect([...memory.names('')].sort()).toEqual(['other', 'session']);
  expect(posted).toEqual([
    { type: 'keep', name: 'parley.session', text: '{"id":"ses_1"}' },
    { type: 'keep', name: 'parley.old', text: null },
  ]);
});
