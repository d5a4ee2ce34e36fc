import { DOMParser } from 'linkedom';

/** The little that is asked of an XML element. */
export interface XmlElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<XmlElement>;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): XmlElement[];
}

export function parseXml(xml: string): Pick<XmlElement, 'getElementsByTagName'> {
  return new DOMParser().parseFromString(xml, 'text/xml');
}
