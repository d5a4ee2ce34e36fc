import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser } from './sse-parser.ts';

const stream =
  ': hello\n\nid: 4\ndata: {"seq":4}\n\nevent: delta\ndata: Grüße 👋\n\nretry: 5\nid: 5\ndata: a\ndata: b\n\ndata: unfinished';
const events = [
  { event: 'message', data: '{"seq":4}' },
  { event: 'delta', data: 'Grüße 👋' },
  { event: 'message', data: 'a\nb' },
];

describe('SSE parser', () => {
  it.each([
    ['line feeds', stream],
    ['carriage returns and line feeds', stream.replaceAll('\n', '\r\n')],
    ['carriage returns', stream.replaceAll('\n', '\r')],
  ])('reads events ended by %s', (_, source) => expect(createSseParser()(source)).toEqual(events));

  it('reads the same events however the stream is cut', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: stream.length * 2 }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.constantFrom('\n', '\r\n'), (places, ending) => {
        const source = stream.replaceAll('\n', ending);
        const parse = createSseParser();
        const starts = [0, ...places.filter((place) => place < source.length).sort((a, b) => a - b)];
        const pieces = starts.map((start, index) => source.slice(start, starts[index + 1] ?? source.length));
        expect(pieces.flatMap((piece) => parse(piece))).toEqual(events);
      }),
    );
  });

  it('keeps an unfinished event until its end comes', () => {
    const parse = createSseParser();
    expect(parse('data: on')).toEqual([]);
    expect(parse('e\n')).toEqual([]);
    expect(parse('\n')).toEqual([{ event: 'message', data: 'one' }]);
  });
});
