import { describe, expect, it } from 'vitest';
import { compileGuard } from './compile-guard.ts';
import { guardFor } from './guard-for.ts';
import { isLeaking } from './is-leaking.ts';

const compiled = compileGuard({
  passages: [
    { headings: ['Plans'], text: 'The board plans to sell the Leipzig plant in March for nine million.' },
    {
      headings: [],
      text: 'Customers may return boots within thirty days of purchase, gold customers within ninety days and without a receipt.',
    },
    { headings: [], text: 'The code is XK-44-RT.' },
  ],
  sources: [
    { names: ['Partner margin playbook.pdf'], url: 'https://wiki.nordwerk.example/margins' },
    { names: ['Pricing'], url: null },
    { names: ['Handbook_v7.docx'], url: null },
  ],
});
const guard = guardFor(compiled, {
  texts: ['Customers may return boots within thirty days of purchase.', 'Is XL-99-RT a code? See nordwerk.example.'],
  urls: [],
});

const leaks = [
  'the board plans to sell the Leipzig plant',
  'THE BOARD: plans - to "sell" the *Leipzig* plant',
  'gold customers within ninety days and without a receipt',
  'It is in the partner margin playbook.',
  'Partner-Margin-Playbook.pdf, page 3',
  'https://wiki.nordwerk.example/margins',
  'The document “Pricing” says so.',
  'See *Pricing*.',
  'handbook v7',
  'x k 4 4 r t',
  'X as in xray, K as in kilo: xray kilo four four romeo tango',
  'ex: xk44rt',
];
const fine = [
  'Customers may return boots within thirty days of purchase.',
  'A plant in Leipzig may be for sale.',
  'The board met in March.',
  'Our pricing is simple; pricing depends on the size.',
  'A playbook about margins',
  'XL-99-RT',
  'Gold customers have ninety days.',
  '',
  '🙂',
];

describe('isLeaking', () => {
  it.each(leaks)('%j leaks', (text) => expect(isLeaking(guard, text)).toBe(true));
  it.each(fine)('%j is fine', (text) => expect(isLeaking(guard, text)).toBe(false));

  it.each([
    ['FMG-52', ['Rk1HLT', 'Uy']],
    ['Shoparranran Ranrankorba', ['U2hvcG', 'FycmFu', 'cmFuIF', 'JhbnJh', 'bmtvcm', 'Jh']],
    ['quiet harbour lantern', ['cX', 'Vp', 'ZX', 'Qg', 'aG', 'Fy', 'Ym', '91', 'ci', 'Bs', 'YW', '50', 'ZX', 'Ju']],
  ])('finds %j in pieces of base64 that happen to look like words', (secret, pieces) => {
    const own = guardFor(compileGuard({ passages: [], sources: [{ names: [secret], url: null }] }), {
      texts: [],
      urls: [],
    });
    expect(isLeaking(own, pieces.map((piece) => `- ${piece}`).join('\n'))).toBe(true);
  });

  it('finds nothing where nothing is internal', () => {
    const nothing = guardFor(compileGuard({ passages: [], sources: [] }), { texts: [], urls: [] });
    expect(isLeaking(nothing, 'anything')).toBe(false);
  });

  it.each([
    'a',
    '[',
    '`',
    '"',
    '1 ',
    '1,',
    'a@',
    'a.',
    '<',
    '%41',
    '&#65;',
    'A1',
    '\\',
    '_',
    '*',
    '(',
    '\n- ',
    '横',
    'aA',
    '=',
    'ab ',
  ])('reads a long text of %j to its end', (part) => {
    const text = part.repeat(800);
    expect(isLeaking(guard, text)).toBe(false);
    const own = guardFor(compileGuard({ passages: [{ headings: [], text }], sources: [] }), {
      texts: [text],
      urls: [],
    });
    expect(isLeaking(own, text)).toBe(false);
  });
});
