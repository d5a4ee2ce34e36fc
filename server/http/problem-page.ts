import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type NoPage, ownerWords, type PageWords, visitorWords } from './problem-page-words.ts';

export interface ProblemPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

interface Problem {
  readonly status: number;
  /** Where a person finds what they looked for. */
  readonly goTo?: string;
}

/** What a person sees in a browser where a program reads a problem; null where a program asks. */
export function problemPage(asked: Asked, { status, goTo }: Problem): ProblemPage | null {
  if (!isAskedByPerson(asked)) return null;
  const kind: NoPage = status >= 500 || status === 429 ? 'failed' : 'missing';
  // An empty address is the page's own.
  const again = kind === 'failed' ? '' : undefined;
  if (!isVisitors(asked.url)) return page({ ...english, words: ownerWords[kind], goTo: again ?? '/' }, "'none'");
  const { language, words } = wordsFor(asked.headers['accept-language']);
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return page({ language, direction, words: words[kind], goTo: again ?? goTo }, '*');
}

/** Addresses that programs read, whoever opens them. */
const programs = /^\/(api|visit|healthz|readyz|metrics)([/?]|$)/;

/** Whether the answer to a request depends on who asks: a person or a program. */
export function mayBePage({ method, url }: Pick<Asked, 'method' | 'url'>): boolean {
  return (method === 'GET' || method === 'HEAD') && !programs.test(url);
}

/** A browser that opens an address asks for HTML by name; no program that reads JSON does only that. */
function isAskedByPerson({ method, url, headers }: Asked): boolean {
  const accept = headers.accept ?? '';
  return mayBePage({ method, url }) && accept.includes('text/html') && !accept.includes('json');
}

function isVisitors(url: string): boolean {
  return /^\/d([/?]|$)/.test(url);
}

const english = { language: 'en', direction: 'ltr' };

/** The first language of those the browser names that visitors are spoken to in. */
function wordsFor(accepted = '') {
  const bases = accepted.split(',').map((tag) => tag.trim().toLowerCase().split(/[-;]/)[0] ?? '');
  const language = bases.find((base) => Object.hasOwn(visitorWords, base)) ?? 'en';
  return { language, words: visitorWords[language] ?? ownerWords };
}

interface PageContent {
  readonly language: string;
  readonly direction: string;
  readonly words: PageWords;
  readonly goTo: string | undefined;
}

/** Nothing but one file: it must show when nothing else of the server does. */
function page({ language, direction, words, goTo }: PageContent, frameAncestors: string): ProblemPage {
  const link = goTo === undefined ? '' : `<p><a href="${escaped(goTo)}">${escaped(words.link)}</a></p>`;
  return {
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors}`,
    html: `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escaped(words.title)}</h1><p>${escaped(words.text)}</p>${link}</main></body>
</html>
`,
  };
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
body { box-sizing: border-box; min-block-size: 100vh; margin: 0; padding: 24px; display: grid; place-items: center;
  background: light-dark(#f5f6f8, #0e1013); color: light-dark(#1b1e24, #eceef2); }
main { max-inline-size: 27rem; padding: 2rem; border: 1px solid light-dark(#dfe3ea, #343944); border-radius: 24px;
  background: light-dark(#fff, #1c1f24); text-align: center; overflow-wrap: anywhere; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; font-weight: 650; line-height: 1.25; text-wrap: balance; }
p { margin: 0; color: light-dark(#5a6270, #a8b0bd); text-wrap: pretty; }
p + p { margin-block-start: 1.25rem; }
a { display: inline-block; padding: .625rem 1.25rem; border-radius: 999px; background: light-dark(#2b303a, #eceef2);
  color: light-dark(#fff, #16181d); font-weight: 600; text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 3px solid light-dark(#3453ca, #9db1ff); outline-offset: 3px; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
