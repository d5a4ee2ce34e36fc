import type { Mode } from '../core/session/session-event.ts';

/** What the page's own address says. */
export interface PageAddress {
  readonly key: string;
  /** Null where the visitor chooses. */
  readonly mode: Mode | null;
  /** Whether another page shows this one in an iframe. */
  readonly isEmbedded: boolean;
}

const pattern = /^\/d\/([^/]+)(?:\/(chat|audio|video))?\/?$/;

/** Reads `/d/<key>[/<mode>][?embed=1]`; null for any other path. */
export function readPageAddress(path: string, query: string): PageAddress | null {
  const match = pattern.exec(path);
  if (!match?.[1]) return null;
  try {
    const key = decodeURIComponent(match[1]);
    return { key, mode: readMode(match[2]), isEmbedded: new URLSearchParams(query).get('embed') === '1' };
  } catch {
    return null;
  }
}

function readMode(name: string | undefined): Mode | null {
  return name === 'chat' || name === 'audio' || name === 'video' ? name : null;
}
