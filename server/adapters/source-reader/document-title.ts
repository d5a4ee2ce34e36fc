import { strFromU8 } from 'fflate';
import { parseXml } from './parse-xml.ts';

/** What an Office file calls itself in its properties. */
export function documentTitle(parts: Readonly<Record<string, Uint8Array>>): string | null {
  const properties = parts['docProps/core.xml'];
  if (properties === undefined) return null;
  return parseXml(strFromU8(properties)).getElementsByTagName('dc:title')[0]?.textContent?.trim() || null;
}
