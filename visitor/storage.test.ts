import { describe, expect, it } from 'vitest';
import { createMemory } from './storage.ts';

function refusingStorage(): Storage {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  return { length: 0, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse, clear: refuse };
}

describe.each([
  ['without storage', null],
  ['with storage that refuses', refusingStorage()],
])('memory %s', (_, storage) => {
  it('serves until the page closes', () => {
    const memory = createMemory(storage);
    memory.write('session.k', { id: 'ses_1' });
    expect(memory.read('session.k')).toEqual({ id: 'ses_1' });
    expect(memory.names('session.')).toEqual(['session.k']);
    memory.forget('session.k');
    expect(memory.read('session.k')).toBeNull();
    expect(memory.names('')).toEqual([]);
  });
});

describe('memory in the browser’s storage', () => {
  const kept = new Map([
    ['parley.a', '{broken'],
    ['other', '1'],
  ]);
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
  };
  it('reads damaged values as nothing and sees only its own', () => {
    const memory = createMemory(storage);
    expect(memory.read('a')).toBeNull();
    expect(memory.names('')).toEqual(['a']);
    memory.write('b', 1);
    expect(kept.get('parley.b')).toBe('1');
  });
});
