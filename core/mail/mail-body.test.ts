import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailBody } from './mail-body.ts';

const link = { label: 'Choose a new password', url: 'https://parley.example.com/reset-password#a"b&c' };

test('a mail is written once and read in two forms', () => {
  const { text, html } = mailBody`
    Hello ${'Ada & <b>'},

    this is
    one paragraph.

    ${link}
  `;
  expect(text).toBe(
    'Hello Ada & <b>,\n\nthis is one paragraph.\n\nChoose a new password: https://parley.example.com/reset-password#a"b&c',
  );
  expect(html.match(/<p[^>]*>.*<\/p>/g)?.map((paragraph) => paragraph.replace(/^<p[^>]*>|<\/p>$/g, ''))).toEqual([
    'Hello Ada &#38; &#60;b&#62;,',
    'this is one paragraph.',
    '<a href="https://parley.example.com/reset-password#a&#34;b&#38;c">Choose a new password</a>',
  ]);
});

test('no value adds markup or a paragraph', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('\n\n', '<p>', '"><img src=x>', '&amp;', '\r\n\r\n'), (rest, bad) => {
      const shape = ({ text, html }: { text: string; html: string }) => [
        text.split('\n').length,
        html.replace(/>[^<]*</g, '><'),
      ];
      expect(
        shape(mailBody`Hello ${rest + bad + rest}!\n\n${{ label: bad + rest, url: 'https://example.com' }}`),
      ).toEqual(shape(mailBody`Hello ${'x'}!\n\n${{ label: 'x', url: 'https://example.com' }}`));
    }),
  );
});
