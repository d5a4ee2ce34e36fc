import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../json.ts';
import { parseTemplate, renderTemplate, templateProblems, templateReferences } from './template.ts';
import { linkUrl, messageText, plainText, requestBody, requestHeader, requestUrl } from './template-escaping.ts';
import { linkUrlProblems, parseUrlTemplate, requestUrlProblems } from './url-template.ts';

const contexts = { messageText, plainText, linkUrl, requestUrl, requestHeader, requestBody };

function render(text: string, values: Record<string, JsonValue>, context: keyof typeof contexts = 'plainText'): string {
  const isUrl = context === 'linkUrl' || context === 'requestUrl';
  const template = isUrl ? parseUrlTemplate(text) : parseTemplate(text);
  const scope = {
    attributes: { var: values, contact: { name: 'Ida', 'plan.tier': 'gold' } },
    labels: { plan: 'Pro plan' },
  };
  return renderTemplate(template, scope, contexts[context]);
}

describe('a template', () => {
  it.each([
    ['Hello {{var.name}}!', { name: 'Ida' }, 'Hello Ida!'],
    ['{{ contact.name }} {{contact.plan.tier}}', {}, 'Ida gold'],
    ['{{var.n}} {{var.yes}} {{var.none}}.', { n: 0, yes: false, none: null }, '0 false .'],
    ['{{var.name | dear friend }}', {}, 'dear friend'],
    ['{{var.name | there}}', { name: '' }, 'there'],
    ['{{var.name|}}', {}, ''],
    ['{{var.reply.body.items.1.id}}', { reply: { body: { items: [{ id: 1 }, { id: 2 }] } } }, '2'],
    ['{{var.list[0]}} of {{var.list}}', { list: ['a', 'b'] }, 'a of a, b'],
    ['{{var.data}}', { data: { a: 1 } }, '{"a":1}'],
    ['{{var.text.length}}{{var.list.length}}{{var.list.-1}}', { text: 'abc', list: [1] }, ''],
    ['{{var.constructor}}{{var.__proto__}}{{var.x.toString}}', { x: {} }, ''],
    ['{{other.name | x}} {{secret.KEY}}', {}, 'x '],
    [
      '{{name}} {{ }} {{a b.c}} {{var.}} { {var.x} } {{var.x',
      { x: 1 },
      '{{name}} {{ }} {{a b.c}} {{var.}} { {var.x} } {{var.x',
    ],
    ['{{var.plan}}', { plan: 'pro' }, 'Pro plan'],
  ])('%s with %j reads %s', (text, values, expected) => {
    expect(render(text, values)).toBe(expected);
  });

  it('does not read templates inside values', () => {
    expect(render('{{var.a}}', { a: '{{contact.name}}' })).toBe('{{contact.name}}');
  });

  it('cuts what grows beyond the limit, between characters', () => {
    const text = render('x{{var.a}}{{var.a}}', { a: '😀'.repeat(20_000) });
    expect(text.length).toBeLessThanOrEqual(64 * 1024);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('a value in a message', () => {
  it.each([
    ['*bold* _it_ `code` ~~no~~', '\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['[link](javascript:alert(1)) <img src=x>', '\\[link\\](javascript:alert(1)) \\<img src=x>'],
    ['# title\n- item\n  1. one\n> quote', '\\# title\n\\- item\n  1\\. one\n\\> quote'],
    ['&lt; and R&D', '\\&lt; and R&D'],
    ['first_last-name@example.com', 'first_last-name@example.com'],
    ["O'Brien, 3.5 (net)", "O'Brien, 3.5 (net)"],
  ])('cannot format: %s', (value, expected) => {
    expect(render('{{var.a}}', { a: value }, 'messageText')).toBe(expected);
  });
});

describe('a value in a URL', () => {
  it.each([
    [
      'https://api.example.com/{{var.a}}?q={{var.a}}',
      'x/../y?z#&@',
      'https://api.example.com/x%2F..%2Fy%3Fz%23%26%40?q=x%2F..%2Fy%3Fz%23%26%40',
    ],
    ['https://api.example.com/users/{{var.a}}/key', '..', 'https://api.example.com/users//key'],
    ['https://{{var.a}}/x', 'evil.example', 'https://{{var.a}}/x'],
    ['https://api.example.com{{var.a}}', '.evil.example', 'https://api.example.com{{var.a}}'],
    ['https://api.example.com:{{var.a}}/', '1@evil', 'https://api.example.com:{{var.a}}/'],
    ['https://user:{{var.a}}@example.com/', 'x', 'https://user:{{var.a}}@example.com/'],
    ['{{var.a}}', 'https://evil.example', '{{var.a}}'],
    ['/{{var.a}}/x', '', '/{{var.a}}/x'],
    ['/shop/{{var.a}}', '//evil', '/shop/%2F%2Fevil'],
    ['mailto:{{var.a}}', 'a@b.org', 'mailto:a%40b.org'],
    ['https://example.com?x={{var.a}}', '\uD800', 'https://example.com?x=%EF%BF%BD'],
  ])('stays in its part of %s', (url, value, expected) => {
    expect(render(url, { a: value }, 'linkUrl')).toBe(expected);
  });

  it('is the id of a choice, not its label', () => {
    expect(render('https://example.com/{{var.plan}}', { plan: 'pro' }, 'requestUrl')).toBe('https://example.com/pro');
  });

  it.each([
    ['https://example.com/{{var.a}}', []],
    ['https://{{var.a}}.example.com/', ['must start']],
    ['ftp://example.com/', ['must start']],
  ])('is validated in a request: %s', (url, problems) => {
    expect(requestUrlProblems(url)).toEqual(problems.map((start) => expect.stringMatching(new RegExp(`^${start}`))));
  });

  it.each(['javascript:alert(1)', 'https://{{var.host}}', '//example.com', '{{var.url}}', 'data:text/html,x'])(
    'is refused in a link: %s',
    (url) => {
      expect(linkUrlProblems(url)).toHaveLength(1);
    },
  );
});

describe('a request', () => {
  it('keeps secrets in place, for the server', () => {
    expect(render('Bearer {{secret.TOKEN}}', {}, 'requestHeader')).toBe('Bearer {{secret.TOKEN}}');
    expect(render('https://example.com/?k={{secret.TOKEN}}', {}, 'requestUrl')).toBe(
      'https://example.com/?k={{secret.TOKEN}}',
    );
  });

  it.each([
    ['{{var.a}}', { a: '{{secret.KEY}}' }],
    ['{{var.a}}{{var.b}}', { a: '{', b: '{ secret.KEY}}' }],
    ['{{{var.a}}', { a: '{secret.KEY}}' }],
    ['{{secret.OTHER}}{{var.a}}', { a: '{{secret.KEY}}' }],
  ])('never takes a secret from a value: %s', (text, values) => {
    for (const context of ['requestHeader', 'requestBody'] as const) {
      expect(render(text, values, context)).not.toMatch(/\{\{\s*secret\.KEY/);
    }
  });

  it('has no line breaks in a header', () => {
    expect(render('a {{var.a}}', { a: 'x\r\nSet-Cookie: y\u0000' }, 'requestHeader')).toBe('a x Set-Cookie: y');
  });
});

describe('what a text refers to', () => {
  it('lists references in order', () => {
    expect(templateReferences('{{var.a.b}} {{secret.K}} {{contact.email | x}} {{nonsense}}')).toEqual([
      { namespace: 'var', path: ['a', 'b'] },
      { namespace: 'secret', path: ['K'] },
      { namespace: 'contact', path: ['email'] },
    ]);
  });

  it.each([
    ['{{var.a}} and { plain }', []],
    ['{{env.HOME}}', ['is not one of the namespaces']],
    ['{{var.constructor}}', ['is not a name']],
    ['{{var.a.__proto__}}', ['is not a name']],
    ['{{secret.KEY}}', ['only in http nodes']],
    ['{{name}} {{var.a}} {{var.b', ['is not a template', 'is not a template']],
  ])('has its problems named: %s', (text, problems) => {
    expect(templateProblems(text)).toEqual(problems.map((part) => expect.stringContaining(part)));
  });

  it('may be a secret in an http node', () => {
    expect(templateProblems('{{secret.KEY}}', { secrets: true })).toEqual([]);
    expect(templateProblems('{{secret.KEY | x}}', { secrets: true })).toHaveLength(1);
  });
});
