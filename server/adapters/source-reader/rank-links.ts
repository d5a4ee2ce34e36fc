import type { PageLink } from './read-page.ts';

/** The pages of the same site that links lead to and the hint speaks of, the most relevant first; each once, never the page itself. */
export function rankLinks(links: readonly PageLink[], pageUrl: string, hint: string): string[] {
  const wanted = [...new Set(wordsOf(hint))];
  const here = placeOf(plainAddress(pageUrl) ?? pageUrl);
  const scores = new Map<string, number>();
  for (const link of links) {
    const url = plainAddress(link.url);
    if (url === null || !isSameSite(url, pageUrl) || placeOf(url) === here) continue;
    scores.set(url, Math.max(scores.get(url) ?? 0, scoreOf(link, wanted)));
  }
  return [...scores]
    .filter(([, score]) => score > 0)
    .toSorted((one, other) => other[1] - one[1])
    .map(([url]) => url);
}

/** One address for what is one page: without fragment, campaign parameters and closing slash. Null for what is no page. */
export function plainAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || otherFiles.test(url.pathname)) return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_.*|gclid|fbclid|ref)$/.test(name)) url.searchParams.delete(name);
  }
  if (url.pathname !== '/') url.pathname = url.pathname.replace(/\/$/, '');
  return url.href;
}

export function isSameSite(one: string, other: string): boolean {
  const site = (address: string) => new URL(address).host.replace(/^www\./, '');
  return site(one) === site(other);
}

/** Where on its site a page stands. */
function placeOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

const otherFiles = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|js|json|xml|zip|gz|mp[34]|mov|webm|woff2?|exe|dmg)$/i;

/** A word of the hint counts twice in what the link says and once in its address. */
function scoreOf({ url, text }: PageLink, wanted: readonly string[]): number {
  const { pathname } = new URL(url);
  const said = wordsOf(text.slice(0, 300));
  const addressed = wordsOf(pathname.slice(0, 300));
  return wanted.reduce((score, word) => {
    const isIn = (words: readonly string[]) => words.some((other) => areAlike(word, other));
    return score + (isIn(said) ? 2 : 0) + (isIn(addressed) ? 1 : 0);
  }, 0);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]{3,}|\p{sc=Han}{2}/gu) ?? []).filter((word) => !empty.has(word));
}

const empty = new Set([
  'the',
  'and',
  'for',
  'how',
  'what',
  'our',
  'your',
  'with',
  'about',
  'from',
  'all',
  'page',
  'pages',
]);

/** Forms of one word: "price", "prices" and "pricing". */
function areAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const stem = shorter <= 4 ? shorter : Math.max(4, shorter - 2);
  return Math.abs(one.length - other.length) <= 3 && one.slice(0, stem) === other.slice(0, stem);
}
