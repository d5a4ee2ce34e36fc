import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { htmlToMarkdown } from './html-to-markdown.ts';

export interface PageLink {
  readonly url: string;
  readonly text: string;
}

export interface ParsedPage {
  readonly title: string | null;
  readonly text: string;
  readonly links: readonly PageLink[];
}

const linksAtMost = 2_000;

/** What a web page is about, without navigation and the like, and where it links to. */
export function readPage(html: string, url: string): ParsedPage {
  const document = parseHtml(html);
  const base = absolute(document.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url;
  const links = resolveLinks(document, base);
  const title = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const plain = plainBody(document);
  const article = new Readability(document, { maxElemsToParse: 100_000 }).parse();
  const main = htmlToMarkdown(article?.content ?? '');
  // Readability is made for articles: of a page of short parts it may keep a single one.
  const text = main.length * 3 < plain.length ? plain : main;
  return { title: article?.title?.trim() || title, text: demoted(text), links };
}

/** The little that is asked of a document. */
interface HtmlElement {
  readonly textContent: string;
  readonly innerHTML: string;
  cloneNode(deep: boolean): HtmlElement;
  remove(): void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

interface HtmlDocument extends HtmlElement {
  readonly documentElement: { readonly tagName: string } | null | undefined;
  readonly body: HtmlElement | null;
}

/** Makes every link absolute in place, so that the text keeps links that work, and lists them. */
function resolveLinks(document: HtmlDocument, base: string): PageLink[] {
  const links: PageLink[] = [];
  for (const anchor of document.querySelectorAll('a[href]')) {
    const href = anchor.getAttribute('href') ?? '';
    const url = href.startsWith('#') ? null : absolute(href, base);
    anchor.setAttribute('href', url ?? '');
    if (url !== null && links.length < linksAtMost)
      links.push({ url, text: anchor.textContent.replace(/\s+/g, ' ').trim() });
  }
  return links;
}

function plainBody(document: HtmlDocument): string {
  const copy = document.body?.cloneNode(true);
  if (copy === undefined) return '';
  for (const part of copy.querySelectorAll(
    'nav, header, footer, aside, [hidden], [aria-hidden=true], [role=navigation]',
  ))
    part.remove();
  return htmlToMarkdown(copy.innerHTML);
}

const fencedCode = /^(```|~~~)[\s\S]*?^\1/gm;
const codeOrHeading = new RegExp(`${fencedCode.source}|^#{1,5} `, 'gm');

/** One level down where the text has a title of its own: the page's title stands above its headings. */
function demoted(markdown: string): string {
  const isTitled = /^# /m.test(markdown.replace(fencedCode, ''));
  return isTitled
    ? markdown.replace(codeOrHeading, (found) => (found.startsWith('#') ? `#${found}` : found))
    : markdown;
}

function parseHtml(html: string): HtmlDocument {
  const document = new DOMParser().parseFromString(html, 'text/html') as unknown as HtmlDocument;
  // A document without its outermost element has no body to ask for.
  return document.documentElement?.tagName === 'HTML' ? document : parseHtml(`<html><body>${html}</body></html>`);
}

function absolute(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
}
