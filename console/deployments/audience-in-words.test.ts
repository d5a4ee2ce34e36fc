import { expect, it } from 'vitest';
import type { Audience } from '../../core/rollout/audience.ts';
import { audienceInWords } from './audience-in-words.ts';

const vip = {
  name: 'VIP',
  filters: [
    { attribute: 'contact.plan', operator: 'equals' as const, value: 'pro' },
    { attribute: 'company.size', operator: 'greater_than' as const, value: 50 },
  ],
};
const known = { name: 'Known', filters: [{ attribute: 'contact.email', operator: 'is_not_empty' as const }] };

it.each<[string, Audience]>([
  ['Everyone', { groups: [] }],
  ['contact.email is set', { groups: [known] }],
  ['contact.plan is pro and company.size is more than 50', { groups: [vip] }],
  ['contact.plan is pro and company.size is more than 50, or contact.email is set', { groups: [vip, known] }],
])('says: %s', (words, audience) => expect(audienceInWords(audience)).toBe(words));
