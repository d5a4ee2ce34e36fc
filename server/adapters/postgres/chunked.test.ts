import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunked } from './chunked.ts';

test('however the bytes come, they leave in full pieces and in order', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 16 }), async (arriving, size) => {
      const leaving: Buffer[] = [];
      for await (const piece of chunked(oneByOne(arriving), size)) leaving.push(piece);
      expect(Buffer.concat(leaving)).toEqual(Buffer.concat(arriving));
      expect(leaving.slice(0, -1).every((piece) => piece.byteLength === size)).toBe(true);
      expect(leaving.every((piece) => piece.byteLength > 0 && piece.byteLength <= size)).toBe(true);
    }),
  );
});

async function* oneByOne(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
}
