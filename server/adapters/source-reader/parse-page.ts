import { decodeText } from './decode-text.ts';
import { shortTitle, tidied } from './parse-file.ts';
import type { ReadLimits } from './read-limits.ts';
import { type ParsedPage, readPage } from './read-page.ts';
import { Refusal, type Refused, refused } from './refusal.ts';

export type PageOutcome = ({ readonly kind: 'read' } & ParsedPage) | Refused;

/** Turns the HTML of a page into Markdown, or says why not. Runs in a process of its own. */
export function parsePage(
  url: string,
  bytes: Uint8Array,
  charset: string | undefined,
  limits: ReadLimits,
): PageOutcome {
  try {
    const html = decodeText(bytes, charset ?? declaredCharset(bytes));
    if (html === null) return refused(`${url} is no web page: it holds no text.`);
    const { title, text, links } = readPage(html, url);
    return { kind: 'read', title: title === null ? null : shortTitle(title), text: tidied(text, limits), links };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message.replace('The file', 'The page'));
    return refused(`${url} is damaged and cannot be read.`);
  }
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1];
}
