import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** A web site on loopback, of HTML pages by path. */
export interface SmallSite {
  readonly url: string;
  /** `host:port`, for PARLEY_HTTP_ALLOW. */
  readonly host: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** From now on pages wait until let go. */
  hold(): void;
  letGo(): void;
  /** From now on every page answers with this status; null ends that. */
  failWith(status: number | null): void;
  stop(): void;
}

export async function smallSite(pages: Readonly<Record<string, string>>): Promise<SmallSite> {
  const asked: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  let failure: number | null = null;
  const server = createServer(async ({ url: path = '' }, response) => {
    asked.push(path);
    const page = pages[path];
    if (page !== undefined) await gate;
    if (failure !== null) {
      response.writeHead(failure).end();
      return;
    }
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  const host = `127.0.0.1:${await listen(server)}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    letGo: () => open(),
    failWith(status) {
      failure = status;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An HTML page with a title and some paragraphs. */
export function htmlPage(title: string, ...paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}
