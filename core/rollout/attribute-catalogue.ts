import { type AttributeNamespace, trustedNamespaces } from './attributes.ts';

export type AttributeType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/** One attribute that can be targeted on a platform. */
export interface CataloguedAttribute {
  /** Namespace and name; a name of `*` stands for any the platform or the owner adds. */
  readonly attribute: string;
  readonly type: AttributeType;
  /** A value; for a name of `*`, an attribute. */
  readonly example: string;
  readonly description: string;
  /** Whether only the owner, the platform or a signed identity can set it; otherwise it is what the browser claims. */
  readonly trusted: boolean;
}

const contact = [
  describe('contact.email', 'text', 'ada@example.com', 'Email address'),
  describe('contact.name', 'text', 'Ada Lovelace', 'Full name'),
  describe('contact.language', 'text', 'de', 'Preferred language, as a tag such as de or pt-BR'),
  describe('contact.plan', 'text', 'pro', 'Plan or tier'),
  describe('contact.tags', 'list', 'vip', 'Tags; contains asks for one of them'),
  describe('contact.signed_up_at', 'date', '2026-01-31', 'When the person signed up'),
  describe('contact.*', 'text', 'contact.seats', 'Any other field of the person: text, number, date, yes/no or list'),
];

const company = [
  describe('company.name', 'text', 'Analytical Engines', 'Name of the company'),
  describe('company.plan', 'text', 'enterprise', 'Plan of the company'),
  describe('company.size', 'number', '250', 'How many people work there'),
  describe('company.industry', 'text', 'Insurance', 'Line of business'),
  describe('company.tags', 'list', 'partner', 'Tags; contains asks for one of them'),
  describe('company.*', 'text', 'company.region', 'Any other field of the company: text, number, date, yes/no or list'),
];

const page = [
  describe('page.url', 'text', 'https://example.com/pricing?utm_source=mail', 'Full address of the page'),
  describe('page.host', 'text', 'example.com', 'Host of the address'),
  describe('page.path', 'text', '/pricing', 'Path of the address, without the query'),
  describe('page.title', 'text', 'Pricing', 'Title of the page'),
  describe('page.referrer', 'text', 'https://search.example/', 'Address of the page before'),
  describe('page.utm_source', 'text', 'newsletter', 'Campaign source, from the address'),
  describe('page.utm_medium', 'text', 'email', 'Campaign medium, from the address'),
  describe('page.utm_campaign', 'text', 'spring-launch', 'Campaign name, from the address'),
  describe('page.utm_term', 'text', 'chatbot', 'Campaign search term, from the address'),
  describe('page.utm_content', 'text', 'hero-button', 'Campaign variant, from the address'),
  describe('page.*', 'text', 'page.category', 'Anything else the page says of itself'),
];

const device = [
  describe('device.type', 'text', 'mobile', 'desktop, mobile or tablet'),
  describe('device.os', 'text', 'iOS', 'Operating system'),
  describe('device.browser', 'text', 'Firefox', 'Browser'),
];

const visitor = [describe('visitor.language', 'text', 'de', 'First language the browser asks for')];

/** What can be targeted, per platform: shown in the filter builder and in the targeting guide. */
export const attributeCatalogue: Readonly<Record<'web' | 'intercom' | 'api', readonly CataloguedAttribute[]>> = {
  web: [...contact, ...company, ...page, ...device, ...visitor],
  intercom: [...contact, ...company],
  api: [...contact, ...company, ...page, ...device, ...visitor],
};

function describe(
  attribute: `${AttributeNamespace}.${string}`,
  type: AttributeType,
  example: string,
  description: string,
): CataloguedAttribute {
  const trusted = trustedNamespaces.some((namespace) => attribute.startsWith(`${namespace}.`));
  return { attribute, type, example, description, trusted };
}
