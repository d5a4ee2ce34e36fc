import type { Attributes } from '../core/rollout/attributes.ts';
import type { Audience } from '../core/rollout/audience.ts';

export interface BenchVisitor {
  readonly unitKey: string;
  readonly attributes: Attributes;
}

export const percentage = 50;
export const salt = '0199f3c2a7d84b6e';

/** Three groups of three rules, of the kinds that owners write: text, number, list, prefix, suffix, negation. */
export const audience: Audience = {
  groups: [
    {
      name: 'VIP customers',
      filters: [
        { attribute: 'contact.plan', operator: 'equals', value: 'Enterprise' },
        { attribute: 'contact.seats', operator: 'greater_than', value: 20 },
        { attribute: 'contact.tags', operator: 'contains', value: 'vip' },
      ],
    },
    {
      name: 'Newsletter trials',
      filters: [
        { attribute: 'contact.plan', operator: 'equals', value: 'trial' },
        { attribute: 'page.utm_source', operator: 'equals', value: 'newsletter' },
        { attribute: 'contact.email', operator: 'ends_with', value: '@example.com' },
      ],
    },
    {
      name: 'Germans at pricing',
      filters: [
        { attribute: 'page.path', operator: 'starts_with', value: '/pricing' },
        { attribute: 'visitor.language', operator: 'equals', value: 'de' },
        { attribute: 'device.type', operator: 'not_equals', value: 'tablet' },
      ],
    },
  ],
};

/** The same audience as a programmer would write it for this one case. */
export function isInAudience({ contact, page, visitor, device }: Attributes): boolean {
  const plan = lower(contact?.plan);
  return (
    (plan === 'enterprise' && Number(contact?.seats) > 20 && hasTag(contact?.tags, 'vip')) ||
    (plan === 'trial' && lower(page?.utm_source) === 'newsletter' && lower(contact?.email).endsWith('@example.com')) ||
    (lower(page?.path).startsWith('/pricing') && lower(visitor?.language) === 'de' && lower(device?.type) !== 'tablet')
  );
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function hasTag(tags: unknown, tag: string): boolean {
  return Array.isArray(tags) && tags.some((each) => lower(each) === tag);
}

/** 1,024 visitors as requests bring them (parsed from JSON); about three in four are in the audience. */
export function benchVisitors(): BenchVisitor[] {
  const visitors = Array.from({ length: 1024 }, (_, index) => ({
    unitKey: `vis_0199f3c2a7d84b6e91c3${(index * 2_654_435_761).toString(16).padStart(12, '0').slice(-12)}`,
    attributes: {
      contact: {
        email: `person${index}@${index % 4 === 1 ? 'Example.com' : 'example.org'}`,
        plan: ['Enterprise', 'Trial', 'free', 'pro'][index % 4],
        seats: 5 + ((index * 37) % 400),
        tags: ['beta', 'vip', 'partner'],
      },
      page: {
        url: 'https://example.com/pricing?utm_source=newsletter',
        path: '/pricing/teams',
        utm_source: 'newsletter',
        title: 'Pricing',
      },
      device: { type: 'desktop', os: 'macOS', browser: 'Firefox' },
      visitor: { language: index % 4 === 2 ? 'de' : 'en' },
    },
  }));
  return JSON.parse(JSON.stringify(visitors));
}
