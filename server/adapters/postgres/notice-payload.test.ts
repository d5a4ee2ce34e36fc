import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packDelta, packNotices, unpackNotices } from './notice-payload.ts';

const session = fc.uuid().map((id) => `ses_${id.replaceAll('-', '')}`);
const seq = fc.integer({ min: 0, max: 2 ** 31 });

test('whatever is packed arrives whole at another node, in payloads under four kilobytes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(session, seq), { maxLength: 500 }), (notices) => {
      const payloads = packNotices('nod_here', notices);
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(4000);
      const arrived = payloads.flatMap((payload) => unpackNotices(payload, 'nod_there'));
      expect(arrived.map(({ sessionId, lastSeq = 0 }) => [sessionId, lastSeq])).toEqual(notices);
    }),
  );
});

test('a node takes no notice of its own', () => {
  const [payload = ''] = packNotices('nod_here', [['ses_a', 3]]);
  expect(unpackNotices(payload, 'nod_here')).toEqual([]);
});

test('nothing waiting needs no payload', () => {
  expect(packNotices('nod_here', [])).toEqual([]);
});

test('pieces of an answer arrive whole and in order, in payloads under four kilobytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.nat(100_000), (text, offset) => {
      const payloads = packDelta('nod_here', 'ses_a', { effectId: 'e1', offset, text });
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(4000);
      const arrived = payloads.flatMap((payload) => unpackNotices(payload, 'nod_there'));
      expect(arrived.map(({ delta }) => delta?.text).join('')).toBe(text);
      let next = offset;
      for (const { delta } of arrived) {
        expect(delta?.offset).toBe(next);
        next += delta?.text.length ?? 0;
      }
    }),
  );
});
