import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** A customer's website, on another origin than Parley and under a content security policy that allows nothing but it. */
export interface CustomerSite {
  readonly origin: string;
  /** The address of a page whose script element has these attributes. */
  pageWith(attributes: Readonly<Record<string, string>>): string;
  stop(): void;
}

/** The page's own script, run before Parley's has loaded: it writes down each event it hears. */
const script = `
window.parley = function () { (window.parley.q = window.parley.q || []).push(arguments); };
window.heard = [];
for (const name of ['served', 'notServed', 'opened', 'closed', 'sessionStarted', 'messageReceived', 'sessionEnded'])
  window.parley('on', name, () => window.heard.push(name));
`;

export async function customerSite(parleyUrl: string): Promise<CustomerSite> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${parleyUrl}`,
    `connect-src ${parleyUrl}`,
    `frame-src ${parleyUrl}`,
    "img-src 'self'",
    "base-uri 'none'",
  ].join('; ');
  const server = createServer((request, response) => answer(request, response, { parleyUrl, policy }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.2', resolve));
  const address = server.address();
  const origin = `http://127.0.0.2:${typeof address === 'object' ? address?.port : ''}`;
  return {
    origin,
    pageWith: (attributes) => `${origin}/?${new URLSearchParams(attributes)}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Parley as a customer's page has it. */
export interface Embedded {
  readonly element: Locator;
  readonly launcher: Locator;
  /** The conversation in its iframe. */
  readonly frame: FrameLocator;
  /** The events the page has heard so far. */
  heard(): Promise<string[]>;
  /** Waits until the page has heard an event. */
  hears(event: string): Promise<unknown>;
  /** Gives a command, as the page's own script would. */
  command(...words: unknown[]): Promise<unknown>;
}

export function embeddedIn(page: Page): Embedded {
  // The policy of the page refuses eval, and with it Playwright's own waiting for an expression.
  const heard = () => page.evaluate<string[]>('heard');
  return {
    element: page.locator('parley-conversation'),
    launcher: page.getByRole('button', { name: /^Open conversation: / }),
    frame: page.frameLocator('parley-conversation iframe'),
    heard,
    hears: (event) => until(heard, (events) => events.includes(event)),
    command: (...words) => page.evaluate(`parley(...${JSON.stringify(words)})`),
  };
}

function answer(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  { parleyUrl, policy }: { parleyUrl: string; policy: string },
): void {
  const { pathname, searchParams } = new URL(url, 'http://site');
  if (pathname === '/favicon.ico') return void response.writeHead(204).end();
  if (pathname === '/site.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
  const attributes = [...searchParams].map(([name, value]) => `${name}="${value}"`).join(' ');
  response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(`<!doctype html>
<html lang="en">
<head><title>A shop</title><script src="/site.js"></script><script async src="${parleyUrl}/embed.js" ${attributes}></script></head>
<body><main><h1>A shop</h1><button>Buy</button><div id="here"></div></main></body>
</html>`);
}
