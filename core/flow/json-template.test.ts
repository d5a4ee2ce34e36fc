import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../json.ts';
import { compileJson } from './json-template.ts';
import { plainText, requestBody } from './template-escaping.ts';

const scope = {
  attributes: { var: { n: 3, list: [1, 'two'], data: { a: null }, plan: 'pro', bad: '{{secret.KEY}}', empty: '' } },
  labels: { plan: 'Pro plan' },
};

describe('JSON with templates', () => {
  it.each<[JsonValue, JsonValue]>([
    ['{{var.n}}', 3],
    ['{{ var.list }}', [1, 'two']],
    ['{{var.data}}', { a: null }],
    ['{{var.plan}}', 'pro'],
    ['{{var.none}}', null],
    ['{{var.none | 0}}', '0'],
    ['{{var.empty | x}}', 'x'],
    ['{{var.empty}}', ''],
    ['n={{var.n}}', 'n=3'],
    ['chose {{var.plan}}', 'chose Pro plan'],
    ['plain', 'plain'],
    ['', ''],
    [7, 7],
    [
      { '{{var.n}}': ['{{var.n}}', { deep: '"{{var.n}}"' }], b: true },
      { '{{var.n}}': [3, { deep: '"3"' }], b: true },
    ],
  ])('%j becomes %j', (template, expected) => {
    expect(compileJson(template, plainText)(scope)).toEqual(expected);
  });

  it('keeps a key that looks like a prototype an ordinary key', () => {
    const made = compileJson(JSON.parse('{"__proto__": "{{var.n}}"}'), plainText)(scope);
    expect(Object.entries(made ?? {})).toEqual([['__proto__', 3]]);
  });

  it('keeps secrets in a request in place, and takes none from a value', () => {
    const body = compileJson(
      { key: '{{secret.KEY}}', text: '{{var.bad}}', inside: 'x{{var.bad}}' },
      requestBody,
    )(scope);
    expect(body).toEqual({ key: '{{secret.KEY}}', text: '{ {secret.KEY}}', inside: 'x{ {secret.KEY}}' });
  });
});
