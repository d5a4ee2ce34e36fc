/**
 * MurmurHash3 (x86, 32 bit, seed 0) of a text's UTF-8 bytes, as an unsigned 32-bit number.
 * Lone surrogates count as U+FFFD. The algorithm is Austin Appleby's, published with SMHasher.
 */
export function murmur3(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blocksEnd = bytes.length & ~3;
  let hash = 0;
  for (let at = 0; at < blocksEnd; at += 4) hash = addBlock(hash, view.getInt32(at, true));
  let rest = 0;
  for (let at = bytes.length - 1; at >= blocksEnd; at -= 1) rest = (rest << 8) | view.getUint8(at);
  return finish(hash, rest, bytes.length);
}

/**
 * Hashes many texts behind one prefix, whose own part is hashed once: `murmur3After(prefix)(text)` has the bits of
 * `murmur3(prefix + text)`, as a signed number, because the engine hands signed ones around faster.
 * ASCII, which salts and keys almost always are, is hashed where it lies: joining and encoding the two texts would
 * cost several times what hashing them does.
 */
export function murmur3After(prefix: string): (text: string) => number {
  const started = startBlocks(prefix);
  return (text) => {
    let { hash, rest, restBits } = started;
    let seen = started.seen;
    let at = 0;
    for (; restBits > 0 && restBits < 32 && at < text.length; at += 1, restBits += 8) {
      const code = text.charCodeAt(at);
      seen |= code;
      rest |= code << restBits;
    }
    if (restBits === 32) {
      hash = addBlock(hash, rest);
      rest = 0;
      restBits = 0;
    }
    for (; at + 4 <= text.length; at += 4) {
      const a = text.charCodeAt(at);
      const b = text.charCodeAt(at + 1);
      const c = text.charCodeAt(at + 2);
      const d = text.charCodeAt(at + 3);
      seen |= a | b | c | d;
      hash = addBlock(hash, a | (b << 8) | (c << 16) | (d << 24));
    }
    for (; at < text.length; at += 1, restBits += 8) {
      const code = text.charCodeAt(at);
      seen |= code;
      rest |= code << restBits;
    }
    const isAscii = seen < 0x80;
    return isAscii ? finish(hash, rest, prefix.length + text.length) | 0 : murmur3(prefix + text) | 0;
  };
}

interface StartedBlocks {
  readonly hash: number;
  /** Bytes that do not fill a block yet, the first one lowest, and how many bits they take. */
  readonly rest: number;
  readonly restBits: number;
  /** All units or-ed together: below 0x80 when every one is ASCII. */
  readonly seen: number;
}

function startBlocks(text: string): StartedBlocks {
  let hash = 0;
  let rest = 0;
  let restBits = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    seen |= code;
    rest |= code << restBits;
    restBits += 8;
    if (restBits < 32) continue;
    hash = addBlock(hash, rest);
    rest = 0;
    restBits = 0;
  }
  return { hash, rest, restBits, seen };
}

function addBlock(hash: number, block: number): number {
  const mixed = hash ^ scramble(block);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function scramble(block: number): number {
  const product = Math.imul(block, 0xcc9e2d51);
  return Math.imul((product << 15) | (product >>> 17), 0x1b873593);
}

function finish(hash: number, rest: number, byteCount: number): number {
  let mixed = hash ^ scramble(rest) ^ byteCount;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
