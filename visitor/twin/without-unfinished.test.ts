import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../markdown/parse-inline.ts';
import { type Block, parseMarkdown } from '../markdown/parse-markdown.ts';
import { withoutUnfinished } from './without-unfinished.ts';

/** What a reader sees of a text, formatting apart; blocks end with a line. */
function seen(text: string): string {
  return parseMarkdown(text).map(seenBlock).join('\n').trimEnd();
}

function seenBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.content.map(seenInline).join('');
    case 'code':
      return block.text;
    case 'quote':
      return block.blocks.map(seenBlock).join('\n');
    case 'list':
      return block.items.map((item) => item.map(seenBlock).join('\n')).join('\n');
    case 'rule':
      return '';
  }
}

function seenInline(inline: Inline): string {
  if (inline.kind === 'break') return '\n';
  return 'text' in inline ? inline.text : inline.content.map(seenInline).join('');
}

describe('withoutUnfinished', () => {
  it.each([
    ['an open strong text is closed', 'It is **very imp', 'It is **very imp**'],
    ['a line that opens a code block waits', 'Run:\n```bas', 'Run:\n'],
    ['a mark that opens nothing yet waits', 'It is **', 'It is'],
    ['half a closing mark waits', 'It is **very*', 'It is **very**'],
    ['emphasis within strong text is closed first', '**a *b', '**a *b***'],
    ['open code is closed, and marks in it are none', 'Run `npm **run', 'Run `npm **run`'],
    ['a link waits until it is whole', 'See [the page](https://exa', 'See'],
    ['its text alone waits too', 'See [the pa', 'See'],
    ['a whole link is shown', 'See [it](https://a.example)', 'See [it](https://a.example)'],
    ['a citation waits until it is clear that it is no link', 'Ten days [1]', 'Ten days'],
    ['and is shown then', 'Ten days [1].', 'Ten days [1].'],
    ['a bracket that goes on for long is none', `[${'a'.repeat(300)}`, `[${'a'.repeat(300)}`],
    ['the mark of a list waits for its item', 'Steps:\n\n1. One\n2', 'Steps:\n\n1. One\n'],
    ['the mark of a heading waits for its words', 'So:\n##', 'So:\n'],
    ['a code block is left open', '```ts\nconst a = `b', '```ts\nconst a = `b'],
    ['half the end of a code block waits', '```\ncode\n``', '```\ncode\n'],
    ['signs within a sum are none', 'It is 2*3 and a', 'It is 2*3 and a'],
    ['names with underlines are none', 'Set max_open to', 'Set max_open to'],
    ['half a character waits', 'Hello \ud83d', 'Hello'],
  ])('%s', (_, soFar, shown) => expect(withoutUnfinished(soFar)).toBe(shown));

  const words = fc.stringMatching(/^[a-zé]{1,6}( [a-z]{1,5}){0,2}$/);
  const inline = fc.oneof(
    words,
    words.map((text) => `**${text}**`),
    words.map((text) => `*${text}*`),
    words.map((text) => `_${text}_`),
    words.map((text) => `~~${text}~~`),
    words.map((text) => `**${text} *so* it**`),
    words.map((text) => `\`${text} **x\``),
    words.map((text) => `[${text}](https://a.example/${text.length})`),
    fc.nat(20).map((number) => `it [${number}]`),
    fc.constant('2 * 3'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join(' ')}.`);
  const block = fc.oneof(
    line,
    line.map((text) => `## ${text}`),
    line.map((text) => `> ${text}`),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((text) => `- ${text}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((text, index) => `${index + 1}. ${text}`).join('\n')),
    line.map((text) => `\`\`\`\n${text}\n\`\`\``),
  );
  const answer = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));

  it('never shows what it takes back, however the answer is cut into pieces', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const whole = seen(text);
        let before = '';
        for (let end = 1; end <= text.length; end += 1) {
          const now = seen(withoutUnfinished(text.slice(0, end)));
          expect(whole.startsWith(now), `${JSON.stringify(text.slice(0, end))} shows ${JSON.stringify(now)}`).toBe(
            true,
          );
          expect(now.length).toBeGreaterThanOrEqual(before.length);
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes any text', () => {
    const signs = fc.string({
      unit: fc.constantFrom('*', '_', '`', '~', '[', ']', '(', ')', '<', '\\', '\n', '#', 'a', ' '),
    });
    fc.assert(
      fc.property(signs, (text) => {
        expect(withoutUnfinished(text).length).toBeLessThanOrEqual(text.length + 20);
      }),
    );
  });
});
