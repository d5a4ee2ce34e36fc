import { describe, expect, it } from 'vitest';
import { readMedia } from './read-media.ts';

describe('readMedia', () => {
  it.each([
    [
      { kind: 'image', url: 'https://a.example/x.png', alt: 'X' },
      { kind: 'image', url: 'https://a.example/x.png', alt: 'X' },
    ],
    [
      { kind: 'video', url: 'http://a.example/v.mp4' },
      { kind: 'video', url: 'http://a.example/v.mp4', alt: '' },
    ],
    [{ kind: 'image', url: 'javascript:alert(1)' }, null],
    [{ kind: 'image' }, null],
    [{ kind: 'hologram', url: 'https://a.example' }, null],
    [{ kind: 'cards', cards: [] }, null],
    [null, null],
    ['image', null],
  ])('of %j is %j', (media, read) => expect(readMedia(media)).toEqual(read));

  it('keeps a card whose addresses are not lawful, without them', () => {
    const cards = [{ title: 'Plan', text: 'Good', imageUrl: 'data:image/png,x', url: 'javascript:x' }];
    expect(readMedia({ kind: 'cards', cards })).toEqual({
      kind: 'cards',
      cards: [{ title: 'Plan', text: 'Good', imageUrl: null, url: null }],
    });
  });
});
