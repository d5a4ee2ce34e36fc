/** What the page keeps in this browser. Never throws: where the browser refuses, memory serves until the page closes. */
export interface Memory {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  forget(name: string): void;
  names(prefix: string): readonly string[];
}

/** What memory needs of a storage. */
export type TextStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefixOfAll = 'parley.';

/** Memory in the browser's storage, or in this page alone where there is none (`storage` null). */
export function createMemory(storage: TextStorage | null): Memory {
  const own = new Map<string, string>();
  return {
    read(name) {
      try {
        return JSON.parse(own.get(name) ?? storage?.getItem(prefixOfAll + name) ?? 'null');
      } catch {
        return null;
      }
    },
    write(name, value) {
      const text = JSON.stringify(value);
      try {
        if (!storage) throw new Error('no storage');
        storage.setItem(prefixOfAll + name, text);
        own.delete(name);
      } catch {
        own.set(name, text);
      }
    },
    forget(name) {
      own.delete(name);
      try {
        storage?.removeItem(prefixOfAll + name);
      } catch {
        // A browser that refuses has kept nothing.
      }
    },
    names: (prefix) => [...new Set([...own.keys(), ...storedNames(storage)])].filter((name) => name.startsWith(prefix)),
  };
}

/** The browser's storage; null where reading the property alone is refused (blocked third-party data). */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function storedNames(storage: TextStorage | null): readonly string[] {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefixOfAll)).map((key) => key.slice(prefixOfAll.length));
  } catch {
    return [];
  }
}
