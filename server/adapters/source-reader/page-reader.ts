import { UpstreamError } from '../../errors.ts';
import type { FetchedPage, PageFetcher } from '../../ports/page-fetcher.ts';
import type { FileReader, PageReader, PageRequest, ReadOutcome } from '../../ports/source-reader.ts';
import { demoteHeadings } from './demote-headings.ts';
import { parseApart } from './parse-apart.ts';
import { isSameSite, plainAddress, rankLinks } from './rank-links.ts';
import type { ReadLimits } from './read-limits.ts';
import type { PageLink } from './read-page.ts';
import { Refusal, type Refused, refused } from './refusal.ts';
import { robotsAllow } from './robots.ts';

const agent = 'Parley';
/** What a robots.txt has to be read at least (RFC 9309). */
const robotsBytes = 500 * 1024;
/** Files behind an address may be as large as uploaded ones; HTML above this is no page for people. */
const htmlBytes = 2_000_000;

export interface PageReaderParts {
  readonly fetcher: PageFetcher;
  /** Reads what is no HTML: text, Markdown, PDF. */
  readonly files: FileReader;
  /** Of one page. */
  readonly limits: ReadLimits;
}

/** Reads the page first, then the linked ones one by one: a site is never asked for two at a time. */
export function pageReader(parts: PageReaderParts): PageReader {
  return { read: (request) => readSite(siteReader(parts), request, parts.limits) };
}

/** One page, read. */
interface Page {
  readonly url: string;
  readonly outcome: Extract<ReadOutcome, { kind: 'read' }>;
  readonly links: readonly PageLink[];
}

type ReadOne = (url: string) => Promise<Page>;

async function readSite(readOne: ReadOne, { url, hint, linkedPagesAtMost }: PageRequest, limits: ReadLimits) {
  const first = await attempt(() => readOne(url));
  if (first instanceof UpstreamError) throw first;
  if ('kind' in first) return first;
  const pages = [first, ...(await linkedPages(readOne, first, { url, hint, linkedPagesAtMost }, limits))];
  const addresses = pages.map((page) => page.url);
  if (first.outcome.fileKind !== 'page') return { ...first.outcome, pages: addresses };
  return { ...first.outcome, text: pages.map(section).join('\n\n'), pages: addresses };
}

/** What goes wrong with a linked page is not worth losing the first for: it is left out. */
async function linkedPages(readOne: ReadOne, first: Page, request: PageRequest, limits: ReadLimits): Promise<Page[]> {
  const found: Page[] = [];
  const seen = new Set([plainAddress(first.url), plainAddress(request.url)]);
  const texts = new Set([first.outcome.text]);
  let characters = section(first).length;
  const candidates = rankLinks(first.links, first.url, request.hint);
  // Some lead nowhere, or to what was read already.
  for (const url of candidates.slice(0, request.linkedPagesAtMost * 2)) {
    if (found.length === request.linkedPagesAtMost) break;
    if (seen.has(url)) continue;
    const page = await attempt(() => readOne(url));
    if (
      page instanceof UpstreamError ||
      'kind' in page ||
      seen.has(plainAddress(page.url)) ||
      !isSameSite(page.url, first.url)
    )
      continue;
    characters += section(page).length + 2;
    if (texts.has(page.outcome.text) || characters > limits.textCharacters) continue;
    seen.add(plainAddress(page.url)).add(url);
    texts.add(page.outcome.text);
    found.push(page);
  }
  return found;
}

/** A page under its title, with its address. Pages of a PDF among pages of a site would count anew: they are not marked. */
function section({ url, outcome }: Page): string {
  const text = outcome.text.replace(/^<!-- page \d+ -->\n*/gm, '');
  return `# ${outcome.title ?? new URL(url).pathname}\n\n<${url}>\n\n${demoteHeadings(text)}`;
}

/** The page, why there is none, or what may pass. */
async function attempt(read: () => Promise<Page>): Promise<Page | Refused | UpstreamError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UpstreamError && error.retryable) return error;
    if (error instanceof Refusal || error instanceof UpstreamError) return refused(error.message);
    throw error;
  }
}

/** Reads pages of one request, asking each site once what it lets be read. */
function siteReader({ fetcher, files, limits }: PageReaderParts): ReadOne {
  const robots = new Map<string, string>();
  const allowed = async (address: string): Promise<boolean> => {
    const { origin, pathname, search } = new URL(address);
    const text = robots.get(origin) ?? (await robotsOf(fetcher, origin, limits.timeMs));
    robots.set(origin, text);
    return robotsAllow(text, agent, `${pathname}${search}`);
  };
  return async (address) => {
    if (URL.canParse(address) && !(await allowed(address))) {
      throw new Refusal(
        `${address} is not to be read by programs, says the robots.txt of its site. Paste the text as a note instead.`,
      );
    }
    const fetched = await fetcher.fetch(address, limits);
    if (mayPass(fetched)) {
      const { retryAfterMs } = fetched;
      throw new UpstreamError('http', busyReason(fetched), true, { retryAfterMs });
    }
    if (fetched.status < 200 || fetched.status > 299) throw new Refusal(statusReason(fetched));
    return parsed(fetched, files, limits);
  };
}

async function robotsOf(fetcher: PageFetcher, origin: string, timeMs: number): Promise<string> {
  try {
    const { status, bytes } = await fetcher.fetch(`${origin}/robots.txt`, { bytes: robotsBytes, timeMs });
    return status === 200 ? new TextDecoder().decode(bytes) : '';
  } catch (error) {
    // A site that cannot be reached says so again, and better, when the page itself is asked for.
    if (error instanceof UpstreamError) return '';
    throw error;
  }
}

async function parsed(fetched: FetchedPage, files: FileReader, limits: ReadLimits): Promise<Page> {
  const { url, contentType, bytes, charset } = fetched;
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(contentType)) {
    if (bytes.length > htmlBytes) throw new Refusal(`${url} has more than 2 MB of HTML; such a page is not read.`);
    const page = await parseApart({ kind: 'page', url, bytes, charset, limits });
    if (page.kind === 'refused') throw new Refusal(page.reason);
    return { url, outcome: { kind: 'read', fileKind: 'page', title: page.title, text: page.text }, links: page.links };
  }
  if (contentType !== '' && !/^(?:text\/|application\/(?:pdf|markdown|octet-stream))/.test(contentType)) {
    throw new Refusal(`${url} is of the kind ${contentType}; web pages, Markdown, text and PDF are read.`);
  }
  const outcome = await files.read({ name: new URL(url).pathname.split('/').at(-1) || 'page', bytes });
  if (outcome.kind === 'refused') throw new Refusal(outcome.reason);
  return { url, outcome, links: [] };
}

/** The site answers, and may give the page later. */
function mayPass({ status }: FetchedPage): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function busyReason({ url, status }: FetchedPage): string {
  if (status === 429) return `${new URL(url).host} is asked for too much at the moment (429).`;
  return `${url} answered ${status} instead of a page.`;
}

function statusReason({ url, status }: FetchedPage): string {
  if (status === 404 || status === 410) return `There is no page at ${url} (${status}). Check the address.`;
  if (status === 401 || status === 403)
    return `${url} may not be read without signing in (${status}). Paste the text as a note instead.`;
  return `${url} answered ${status} instead of a page. Check the address.`;
}
