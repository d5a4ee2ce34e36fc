import type { FrameMessage } from '../contract/embed-protocol.ts';
import type { TextStorage } from './storage.ts';

/** A storage that begins with what the customer's page has kept, and has it keep every change. */
export function createHostStorage(
  kept: Readonly<Record<string, string>>,
  post: (message: FrameMessage) => void,
): TextStorage {
  const texts = new Map(Object.entries(kept));
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      texts.set(name, text);
      post({ type: 'keep', name, text });
    },
    removeItem(name) {
      if (texts.delete(name)) post({ type: 'keep', name, text: null });
    },
  };
}
