import { attributeCatalogue, type CataloguedAttribute } from '../../../core/rollout/attribute-catalogue.ts';
import { attributeNamespaces, trustedNamespaces } from '../../../core/rollout/attributes.ts';

export type PlatformKind = keyof typeof attributeCatalogue;

/** Namespaces as headings of a list. */
export const namespaceWords = {
  contact: 'Person',
  company: 'Company',
  page: 'Page',
  device: 'Device',
  visitor: 'Browser',
} as const;

/** `contact.signed_up_at` as a person says it: "signed up at"; other namespaces are said, too: "company size". */
export function attributeInWords(attribute: string): string {
  const [namespace = '', ...name] = attribute.split('.');
  const words = name.join('.').replaceAll('_', ' ').replace(/^utm /, 'UTM ');
  if (namespace === 'contact') return words;
  return namespace === 'visitor' ? `browser ${words}` : `${namespace} ${words}`;
}

/** The catalogue's entry; undefined for a field of one's own. */
export function cataloguedAttribute(platform: PlatformKind, attribute: string): CataloguedAttribute | undefined {
  return attributeCatalogue[platform].find((entry) => entry.attribute === attribute && !entry.attribute.endsWith('.*'));
}

/** Whether the value is only what the browser says of itself. */
export function isClaimed(attribute: string): boolean {
  const namespace = attribute.split('.')[0];
  return attributeNamespaces.some((each) => each === namespace && !trustedNamespaces.includes(each));
}
