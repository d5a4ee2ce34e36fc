import { safeLink, safeMediaAddress } from '../markdown/safe-link.ts';

export interface Card {
  readonly title: string;
  readonly text: string;
  readonly imageUrl: string | null;
  readonly url: string | null;
}
/** A message's media with addresses that may be loaded or followed. */
export type ReadMedia =
  | { readonly kind: 'image' | 'video'; readonly url: string; readonly alt: string }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] };

/** Reads a message's media; null for what this page cannot show. */
export function readMedia(media: unknown): ReadMedia | null {
  if (!isRecord(media)) return null;
  if (media.kind === 'cards') {
    const cards = Array.isArray(media.cards) ? media.cards.filter(isRecord).map(readCard) : [];
    return cards.length > 0 ? { kind: 'cards', cards } : null;
  }
  const url = safeMediaAddress(textOf(media.url));
  if (!url || (media.kind !== 'image' && media.kind !== 'video')) return null;
  return { kind: media.kind, url, alt: textOf(media.alt) };
}

function readCard(card: Record<string, unknown>): Card {
  return {
    title: textOf(card.title),
    text: textOf(card.text),
    imageUrl: safeMediaAddress(textOf(card.imageUrl)),
    url: safeLink(textOf(card.url)),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
