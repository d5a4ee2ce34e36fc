import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { demoteHeadings } from './demote-headings.ts';
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
  removeSurroundings(document);
  const plain = htmlToMarkdown(document.body?.innerHTML ?? '');
  const article = articleOf(document);
  const main = htmlToMarkdown(article?.content ?? '');
  // Readability is made for articles: of a page of short parts it may keep a single one.
  const text = main.length * 3 < plain.length ? plain : main;
  return { title: article?.title?.trim() || title, text: demoteHeadings(text), links };
}

/** Null for a page that is no article, or too large to tell. */
function articleOf(document: HtmlDocument) {
  try {
    // The library names the browser's types, which exist only where tests are compiled.
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
    return new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
      maxElemsToParse: 100_000,
    }).parse();
  } catch {
    return null;
  }
}

/** The little that is asked of a document. */
interface HtmlElement {
  readonly textContent: string;
  readonly innerHTML: string;
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

/** Navigation and the like: of a short page the reading mode would keep it. */
function removeSurroundings(document: HtmlDocument): void {
  for (const part of document.querySelectorAll(surroundings)) part.remove();
}

const surroundings =
  'nav, footer, dialog, [role=navigation], [role=contentinfo], [role=search], [hidden], [aria-hidden=true]';

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
