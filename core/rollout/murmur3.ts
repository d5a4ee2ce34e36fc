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
 * `murmur3` of `head:tail`. ASCII, which salts and keys almost always are, is hashed where it lies:
 * joining the two texts first would cost more than hashing them.
 */
export function murmur3OfPair(head: string, tail: string): number {
  const headEnd = head.length & ~3;
  let hash = 0;
  let seen = 0;
  for (let at = 0; at < headEnd; at += 4) {
    const a = head.charCodeAt(at);
    const b = head.charCodeAt(at + 1);
    const c = head.charCodeAt(at + 2);
    const d = head.charCodeAt(at + 3);
    seen |= a | b | c | d;
    hash = addBlock(hash, a | (b << 8) | (c << 16) | (d << 24));
  }

  let block = 0;
  let bits = 0;
  for (let at = headEnd; at < head.length; at += 1, bits += 8) {
    const code = head.charCodeAt(at);
    seen |= code;
    block |= code << bits;
  }
  block |= colon << bits;
  bits += 8;
  let next = 0;
  for (; next < tail.length && bits < 32; next += 1, bits += 8) {
    const code = tail.charCodeAt(next);
    seen |= code;
    block |= code << bits;
  }
  if (bits === 32) {
    hash = addBlock(hash, block);
    block = 0;
    bits = 0;
  }

  for (; next + 4 <= tail.length; next += 4) {
    const a = tail.charCodeAt(next);
    const b = tail.charCodeAt(next + 1);
    const c = tail.charCodeAt(next + 2);
    const d = tail.charCodeAt(next + 3);
    seen |= a | b | c | d;
    hash = addBlock(hash, a | (b << 8) | (c << 16) | (d << 24));
  }
  for (; next < tail.length; next += 1, bits += 8) {
    const code = tail.charCodeAt(next);
    seen |= code;
    block |= code << bits;
  }
  const isAscii = seen < 0x80;
  return isAscii ? finish(hash, block, head.length + 1 + tail.length) : murmur3(`${head}:${tail}`);
}

const colon = 0x3a;

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
