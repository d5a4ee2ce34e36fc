import { describe, expect, it } from 'vitest';
import { appearanceOf } from './appearance-of.ts';

const look = { title: 'Help', avatarUrl: null, accentColor: null, backgroundColor: null, theme: 'system' } as const;

describe('appearanceOf', () => {
  it('writes dark text on a light accent', () => {
    expect(appearanceOf({ ...look, accentColor: '#ffe600' }).properties).toMatchObject({
      '--accent': '#ffe600',
      '--on-accent': '#000000',
    });
  });
  it('takes nothing but colours from a deployment', () => {
    const properties = appearanceOf({ ...look, accentColor: 'red;}', backgroundColor: 'url(//evil)' }).properties;
    expect(properties['--accent']).toMatch(/^#[0-9a-f]{6}$/);
    expect(properties).not.toHaveProperty('--backdrop');
  });
  it('sets the backdrop asked for', () => {
    expect(appearanceOf({ ...look, backgroundColor: '#102030' }).properties).toHaveProperty('--backdrop', '#102030');
  });
});
