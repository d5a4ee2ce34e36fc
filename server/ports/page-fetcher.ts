export interface FetchedPage {
  /** Where it was found, redirects followed. */
  readonly url: string;
  readonly status: number;
  /** Lower case and without parameters, such as `text/html`; empty when the site does not say. */
  readonly contentType: string;
  readonly charset: string | undefined;
  readonly bytes: Uint8Array;
  /** What the site asks to wait before it is asked again; undefined where it does not say. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Fetches what stands at a web address. Refuses private, loopback, link-local and metadata addresses, after DNS and
 * after every redirect; throws `UpstreamError` with `provider: 'http'` and a reason for people when nothing came, it
 * took longer than `timeMs`, or it is larger than `bytes`.
 */
export interface PageFetcher {
  fetch(url: string, limits: { readonly bytes: number; readonly timeMs: number }): Promise<FetchedPage>;
}
