import type { HostPage } from '../contract/embed-protocol.ts';
import type { ReplyOf } from '../contract/endpoint.ts';
import type { Presentation, visitEndpoints } from '../contract/visit.ts';
import type { EmbedSettings } from './settings.ts';
import { warn } from './warn.ts';

/** A decision to serve this visitor. */
export interface ServedVisit {
  readonly unitKey: string;
  readonly page: HostPage;
  readonly presentation: Presentation;
}

const storageName = 'parley.unitKey';

/** Asks the server whether to serve this visitor on this page; null when not, or when no answer comes. */
export async function decide({ origin, deployment, identityToken }: EmbedSettings): Promise<ServedVisit | null> {
  const unitKey = unitKeyOfPage();
  const page = describePage();
  try {
    const response = await fetch(`${origin}/visit/v1/deployments/${encodeURIComponent(deployment)}/decision`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ unitKey, page, ...(identityToken ? { identityToken } : {}) }),
    });
    if (!response.ok) return await explain(response);
    // The server is our own and of the same release: its reply has the contract's shape.
    const { serve, presentation } = (await response.json()) as ReplyOf<(typeof visitEndpoints)['decideVisit']>;
    return serve && presentation ? { unitKey, page, presentation } : null;
  } catch {
    // A page of a customer must not suffer from our absence.
    return null;
  }
}

/** Tells the page's developer what the visitor need not know: a wrong key, a site that is not allowed, an invalid token. */
async function explain(response: Response): Promise<null> {
  const problem: unknown = await response.json().catch(() => null);
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? String(problem.detail) : '';
  warn(`the conversation is not shown: ${detail || `the server answered ${response.status}.`}`);
  return null;
}

/** The page's own words, each short enough for an attribute. */
function describePage(): HostPage {
  const short = (text: string) => text.slice(0, 2000);
  return { url: short(location.href), title: short(document.title), referrer: short(document.referrer) };
}

/** The key that stands for this browser on the customer's site. It selects a rollout bucket and opens nothing. */
function unitKeyOfPage(): string {
  try {
    const known = localStorage.getItem(storageName);
    if (known) return known;
    const made = crypto.randomUUID();
    localStorage.setItem(storageName, made);
    return made;
  } catch {
    return fallbackKey;
  }
}

/** For a page whose browser keeps nothing: the same while it is open. `randomUUID` needs https. */
const fallbackKey = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
