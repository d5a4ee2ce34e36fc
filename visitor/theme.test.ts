import { describe, expect, it } from 'vitest';
import { themeProperties } from './theme.ts';

const look = { accentColor: null, backgroundColor: null, theme: 'system' } as const;

describe('themeProperties', () => {
  it('writes dark text on a light accent', () => {
    expect(themeProperties({ ...look, accentColor: '#ffe600' })).toMatchObject({
      '--accent': '#ffe600',
      '--on-accent': '#000000',
    });
  });
  it('takes nothing but colours from a deployment', () => {
    const properties = themeProperties({ ...look, accentColor: 'red;}', backgroundColor: 'url(//evil)' });
    expect(properties['--accent']).toMatch(/^#[0-9a-f]{6}$/);
    expect(properties).not.toHaveProperty('--backdrop');
  });
  it('sets the backdrop asked for', () => {
    expect(themeProperties({ ...look, backgroundColor: '#102030' })).toHaveProperty('--backdrop', '#102030');
  });
});
