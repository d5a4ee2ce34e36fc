import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { flowTexts } from '../flow-texts.ts';
import { inputSchema } from '../node-data.ts';
import { compileQuestion } from './compile-question.ts';
import { phrase } from './phrases.ts';
import { isRefused } from './reading.ts';

const casesSchema = z.array(
  z.strictObject({
    about: z.string(),
    input: inputSchema,
    translations: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
    answers: z.array(
      z.strictObject({
        text: z.optional(z.string()),
        choice: z.optional(z.union([z.string(), z.array(z.string())])),
        value: z.optional(z.json()),
        language: z.optional(z.string()),
        kept: z.optional(z.json()),
        label: z.optional(z.string()),
        refused: z.optional(z.string()),
      }),
    ),
  }),
);

const folder = new URL('cases/', import.meta.url);
const scope = { attributes: { var: {} }, labels: {} };

for (const file of readdirSync(folder)) {
  const groups = casesSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  describe(`an input of kind ${file.replace('.json', '')}`, () => {
    for (const { about, input, translations = {}, answers } of groups) {
      const byLanguage = Object.entries(translations).map(([language, fields]) => [language, { ask: fields }]);
      const texts = flowTexts({ translations: Object.fromEntries(byLanguage) })('ask');
      const question = compileQuestion(input, { texts, matchesPattern });
      it.each(answers.map((answer) => [JSON.stringify(answer), answer] as const))(`${about}: %s`, (_, answer) => {
        const { text = '', choice, value, language: _language, ...wanted } = answer;
        const speaker = { language: answer.language ?? 'en', scope };
        const reading = question.read({ type: 'message', from: 'visitor', text, choice, value }, speaker);
        const seen = isRefused(reading)
          ? { refused: phrase(reading.phrase, speaker.language, reading.bounds) }
          : { kept: reading.value, label: reading.label };
        expect(seen).toEqual(wanted);
      });
    }
  });
}

describe('a choice in a transcript', () => {
  const texts = flowTexts({})('ask');
  const options = [
    { id: 'a', label: 'Ads for {{var.name | you}}' },
    { id: 'b', label: 'Blog' },
  ];
  const question = compileQuestion({ kind: 'choices', options }, { texts, matchesPattern });
  const speaker = { language: 'en', scope: { attributes: { var: { name: 'Ida' } }, labels: {} } };
  const message = { type: 'message', from: 'visitor', text: '' } as const;

  it('reads as its labels, with their templates filled in', () => {
    expect(question.readAloud({ ...message, choice: ['b', 'a'] }, speaker)).toBe('Ads for Ida, Blog');
  });

  it('has no reading when it was never offered', () => {
    expect(question.readAloud({ ...message, choice: 'x' }, speaker)).toBeUndefined();
  });

  it('is recognised by a label as it was shown', () => {
    expect(question.read({ ...message, text: 'ads for ida' }, speaker)).toMatchObject({ value: ['a'] });
  });
});

function matchesPattern(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(text);
}
