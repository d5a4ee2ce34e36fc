import { expect, it } from 'vitest';
import type { Audience, Filter } from '../../../core/rollout/audience.ts';
import { audienceInWords } from './audience-in-words.ts';

const pro: Filter = { attribute: 'contact.plan', operator: 'equals', value: 'pro' };
const large: Filter = { attribute: 'company.size', operator: 'greater_than', value: 50 };
const known: Filter = { attribute: 'contact.email', operator: 'is_not_empty' };
const recent: Filter = { attribute: 'contact.signed_up_at', operator: 'greater_than', value: '2026-01-31' };
const tagged: Filter = { attribute: 'contact.tags', operator: 'contains', value: 'vip' };
const mailed: Filter = { attribute: 'page.utm_source', operator: 'equals', value: 'mail' };

it.each<[string, Audience['groups']]>([
  ['Everyone', []],
  ['VIP: plan is pro and company size is more than 50', [{ name: 'VIP', filters: [pro, large] }]],
  ['email is set', [{ name: 'Group 1', filters: [known] }]],
  [
    'VIP: plan is pro, or email is set',
    [
      { name: 'VIP', filters: [pro] },
      { name: 'Group 2', filters: [known] },
    ],
  ],
  ['signed up at is after 2026-01-31 and tags has vip', [{ name: 'Group 1', filters: [recent, tagged] }]],
  ['page UTM source is mail', [{ name: 'Group 1', filters: [mailed] }]],
])('says: %s', (words, groups) => expect(audienceInWords({ groups })).toBe(words));
