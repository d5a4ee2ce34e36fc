import type { VisitorMessage } from '../flow.ts';
import type { Option } from '../node-data.ts';
import { normalizeName } from './options.ts';
import { phrase } from './phrases.ts';
import { type Reading, refuse } from './reading.ts';

const yes = words(
  'yes y yeah yep ok okay sure agree true 1 ja jo oui si sí sim da tak evet はい 是 是的 예 네 نعم כן हाँ',
);
const no = words(
  'no n nope never disagree false 0 nein non não nao nee nej ne nie niet nei hayır いいえ 不 否 아니요 لا לא नहीं',
);

/** The two answers to a request for consent. */
export function consentOptions(language: string): readonly Option[] {
  return [
    { id: 'yes', label: phrase('yes', language) },
    { id: 'no', label: phrase('no', language) },
  ];
}

/** Reads yes or no, in words of several languages; kept as a boolean. */
export function readConsent(message: VisitorMessage, offered: readonly Option[]): Reading {
  const answer = answerOf(message);
  if (answer === undefined) return refuse('consent');
  const id = answer ? 'yes' : 'no';
  return { value: answer, label: offered.find((option) => option.id === id)?.label, optionIds: [id] };
}

function answerOf({ text, choice, value }: VisitorMessage): boolean | undefined {
  if (choice !== undefined) return ofChoice(choice);
  return value === undefined ? ofText(text) : ofValue(value);
}

function ofChoice(choice: string | string[]): boolean | undefined {
  const [id, ...others] = Array.isArray(choice) ? choice : [choice];
  if (others.length > 0 || (id !== 'yes' && id !== 'no')) return undefined;
  return id === 'yes';
}

function ofValue(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? ofText(value) : undefined;
}

function ofText(text: string): boolean | undefined {
  const word = normalizeName(text).replace(/[.!]+$/, '');
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(normalizeName));
}
