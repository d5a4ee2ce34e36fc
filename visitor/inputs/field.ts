import type { Input } from '../../core/flow/node-data.ts';
import type { Answer } from '../chat/open-chat.ts';

export type FieldKind = 'email' | 'phone' | 'number' | 'date' | 'url';

const attributes = {
  email: { type: 'email', inputMode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel' },
  // A number field proper would change its value under a turning wheel and hide what it cannot read.
  number: { type: 'text', inputMode: 'decimal', autocomplete: 'off' },
  date: { type: 'date', inputMode: 'none', autocomplete: 'off' },
  url: { type: 'url', inputMode: 'url', autocomplete: 'url' },
} as const;

/** The attributes of the field for an input: the right keyboard, the browser's own memory, a date's bounds. */
export function fieldAttributes(input: Input) {
  const own = attributes[input.kind as FieldKind];
  return input.kind === 'date' ? { ...own, min: input.min, max: input.max } : own;
}

/** What is sent for the text of a field; null while there is nothing to send. */
export function readField(kind: FieldKind, text: string): Answer | null {
  const written = text.trim();
  if (written === '') return null;
  if (kind === 'date') return { body: { value: written }, text: written };
  const value = kind === 'number' ? readNumber(written) : null;
  return value === null ? { body: { text: written }, text: written } : { body: { value }, text: written };
}

/** A plain number, with a point or a comma for decimals; null for anything else, `1,000` included, which the flow may judge. */
function readNumber(written: string): number | null {
  return /^[+-]?\d+([.,](\d{1,2}|\d{4,}))?$/.test(written) ? Number(written.replace(',', '.')) : null;
}
