import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPassages } from './split-passages.ts';
import { weighWords } from './weigh-words.ts';

const words = (count: number, word = 'word') => Array.from({ length: count }, (_, n) => `${word}${n}`).join(' ');
const sentences = (count: number) => Array.from({ length: count }, (_, n) => `This is sentence ${n} of it.`).join(' ');
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const textsOf = (markdown: string) => splitPassages(markdown).map(({ text }) => text);

describe('where a passage stands', () => {
  test('it names the headings above it, outermost first', () => {
    const passages = splitPassages('# Guide\n\nHello.\n\n## Billing\n\n### Refunds\n\nNo.\n\n## Support\n\nYes.');
    expect(passages).toEqual([
      { number: 1, headings: ['Guide'], page: null, text: 'Hello.' },
      { number: 2, headings: ['Guide', 'Billing', 'Refunds'], page: null, text: 'No.' },
      { number: 3, headings: ['Guide', 'Support'], page: null, text: 'Yes.' },
    ]);
  });

  test.each([
    ['# **Bold** and `code` ##', 'Bold and code'],
    ['# See [the guide](https://example.com)', 'See the guide'],
    ['# snake_case_name', 'snake_case_name'],
    ['Underlined\n==========', 'Underlined'],
    ['Underlined\n---', 'Underlined'],
    ['  ## C#', 'C#'],
  ])('%j is the heading %j', (heading, plain) => {
    expect(splitPassages(`${heading}\n\nText.`)[0]?.headings).toEqual([plain]);
  });

  test.each(['#hashtag', '####### seven', `# ${words(60)}`, '- item\n---', '    # code'])(
    '%j is no heading',
    (line) => {
      expect(splitPassages(line)[0]?.headings).toEqual([]);
    },
  );

  test('it names the page it is on, and markers are not part of the text', () => {
    const page = `${words(100)}`;
    expect(splitPassages(`<!-- page 3 -->\n${page}\n<!-- page 4 -->\n\n${page}`)).toEqual([
      { number: 1, headings: [], page: 3, text: page },
      { number: 2, headings: [], page: 4, text: page },
    ]);
  });

  test('a short page is read on into the next', () => {
    expect(splitPassages('<!-- page 1 -->\nOne.\n<!-- page 2 -->\nTwo.')).toMatchObject([
      { page: 1, text: 'One.\n\nTwo.' },
    ]);
  });

  test('it names the page that most of it is on', () => {
    expect(splitPassages('<!-- page 1 -->\nOne.\n<!-- page 2 -->\nTwo words.')).toMatchObject([{ page: 2 }]);
  });

  test('pages of a few sentences are not read as one', () => {
    const pages = [1, 2, 3].map((page) => `<!-- page ${page} -->\n${words(20)}\n`);
    expect(splitPassages(pages.join('\n')).map(({ page }) => page)).toEqual([1, 2, 3]);
  });
});

describe('what is left out', () => {
  test.each([
    ['', []],
    ['\n \n\t\n', []],
    ['# Only a heading', []],
    ['***\n\n---\n', []],
    ['<!-- page 1 -->\n\n<!-- page 2 -->', []],
    ['Said. <!-- thought -->\n\n<!-- not\nsaid -->\n\nSaid too.', ['Said.\n\nSaid too.']],
    ['Prose with <!-- in\n\nand --> out.', ['Prose with <!-- in\n\nand --> out.']],
    ['Never <!-- ended.', ['Never <!-- ended.']],
    ['In `<!-- code -->`, too.', ['In `<!-- code -->`, too.']],
    ['```\n<!-- shown -->\n```', ['```\n<!-- shown -->\n```']],
    ['---\ntitle: A\ntags:\n  - b\n---\nText.', ['Text.']],
    ['---\nNot front matter, a line.\n\n---\nText.', ['Not front matter, a line.\n\nText.']],
  ])('%j has the passages %j', (markdown, passages) => {
    expect(textsOf(markdown)).toEqual(passages);
  });
});

describe('how much is one passage', () => {
  test('short paragraphs of a section stand together', () => {
    expect(textsOf('One.\n\nTwo.\r\n\r\nThree.')).toEqual(['One.\n\nTwo.\n\nThree.']);
  });

  test('paragraphs fill passages of 80 to 220 words', () => {
    const sizes = textsOf(Array.from({ length: 40 }, () => words(45)).join('\n\n')).map((text) => wordsOf(text).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(220);
  });

  test('a long paragraph is cut between sentences', () => {
    const texts = textsOf(sentences(120));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).toMatch(/^This.*it\.$/);
  });

  test('a short end of a section joins what stands before it', () => {
    expect(textsOf(`${words(200)}\n\n${words(30)}`)).toHaveLength(1);
  });

  test('a lower heading stays in the text, with what it heads', () => {
    expect(textsOf(`# A\n\n${words(100)}\n\n#### Prices\n\n${words(100)}`)).toEqual([
      words(100),
      `#### Prices\n\n${words(100)}`,
    ]);
  });

  test('a word without end, and a line without spaces, are cut too', () => {
    for (const text of textsOf(`${'x'.repeat(50_000)} ${'漢字'.repeat(20_000)}`))
      expect(weighWords(text)).toBeLessThanOrEqual(330);
  });
});

describe('lists, tables and code', () => {
  const list = Array.from({ length: 30 }, (_, n) => `- item ${n} of the list\n  goes on`).join('\n\n');
  const row = (n: number) => `| ${n} | some words in a row |`;
  const table = (rows: number) =>
    ['| Id | Text |', '|---|:-:|', ...Array.from({ length: rows }, (_, n) => row(n))].join('\n');
  const code = (lines: number) =>
    ['```sh', ...Array.from({ length: lines }, (_, n) => `# comment ${n}\n`), '```'].join('\n');

  test.each([
    ['a list', list],
    ['a table', table(30)],
    ['a code block', code(60)],
  ])('%s of up to 330 words stays whole', (_, block) => {
    expect(textsOf(block)).toEqual([block]);
    expect(textsOf(`${words(100)}\n\n${block}\n\n${words(100)}`)).toContain(block);
  });

  test('a longer list is cut between its items', () => {
    const texts = textsOf(`${list}\n${list}\n${list}`);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^- item/);
  });

  test('every part of a longer table repeats the header', () => {
    const texts = textsOf(table(200));
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/^\| Id \| Text \|\n\|---\|:-:\|\n\| \d+/);
    expect(texts.join('\n').match(/\| \d+ \|/g)).toHaveLength(200);
  });

  test('every part of longer code is fenced', () => {
    const texts = textsOf(code(400));
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/^```sh\n[\s\S]*\n```$/);
    expect(texts.join('\n').match(/comment \d+/g)).toHaveLength(400);
  });

  test('a fence that never closes ends at the next page', () => {
    expect(splitPassages('```\ncode\n<!-- page 2 -->\n# After\n\nText.')).toMatchObject([
      { headings: [] },
      { headings: ['After'], page: 2, text: 'Text.' },
    ]);
  });
});

describe('laws', () => {
  const word = fc.stringMatching(/^[a-zäß漢]{1,12}[.,!?]?$/);
  const prose = fc.array(word, { minLength: 1, maxLength: 500 }).map((list) => list.join(' '));
  const block = fc.oneof(
    prose.map((text) => ({ text, isOutside: false })),
    fc
      .array(prose, { minLength: 1, maxLength: 6 })
      .map((items) => ({ text: items.map((item) => `- ${item}`).join('\n'), isOutside: false })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), word)
      .map(([level, text]) => ({ text: `${'#'.repeat(level)} ${text}`, isOutside: true })),
    fc
      .tuple(fc.integer({ min: 4, max: 6 }), word)
      .map(([level, text]) => ({ text: `${'#'.repeat(level)} ${text}`, isOutside: false })),
    fc.nat(999).map((page) => ({ text: `<!-- page ${page} -->`, isOutside: true })),
  );
  const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');

  test('no word is lost, added or moved', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const inside = blocks.filter(({ isOutside }) => !isOutside).map(({ text }) => text);
        const passages = splitPassages(blocks.map(({ text }) => text).join('\n\n'));
        expect(letters(passages.map(({ text }) => text).join(''))).toBe(letters(inside.join('')));
      }),
    );
  });

  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '#',
          '## a',
          '\n',
          '\n\n',
          '- ',
          '1. x',
          '|',
          '|-|',
          '```',
          '~~~',
          '---',
          '===',
          '  ',
          '<!-- page 7 -->',
          '> ',
          '。',
          '\0',
          '\ud800',
        ),
        fc.string({ unit: 'grapheme' }),
        prose,
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  test('no text makes a passage that is empty, too long or out of number', () => {
    fc.assert(
      fc.property(soup, (markdown) => {
        const passages = splitPassages(markdown);
        expect(passages.map(({ number }) => number)).toEqual(passages.map((_, index) => index + 1));
        for (const { text, headings } of passages) {
          expect(text.trim()).not.toBe('');
          expect(weighWords(text)).toBeLessThanOrEqual(330);
          for (const heading of headings) expect(heading.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  test.each([
    '#',
    '- a\n',
    '|a\n',
    '|-\n',
    '```\n',
    ' ',
    '\n',
    '[',
    '*',
    '=\n',
    '. ',
    ')',
    'a\n===\n',
    '#### a\n',
    '  ```\n',
    '> ',
  ])('a megabyte of %j is split too', (text) => {
    for (const passage of splitPassages(text.repeat(1_000_000 / text.length)))
      expect(weighWords(passage.text)).toBeLessThanOrEqual(330);
  });
});
