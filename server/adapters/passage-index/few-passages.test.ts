import { describe, expect, it } from 'vitest';
import { answerThreshold } from './confidence.ts';
import { indexText } from './index-text.ts';
import { passageIndex } from './passage-index.ts';

const kettle = `# Warranty

The kettle is covered by a warranty of thirty months from the day of purchase. To claim it, send the receipt to warranty@acme.example together with a photograph of the fault.

# Descaling

Descale the kettle every six weeks with citric acid: dissolve two spoons in one litre of water, boil it once, wait twenty minutes, and rinse twice.

# Noise

A loud rumbling noise is caused by lime on the heating plate. It disappears after descaling.`;

const shop = `# Rückgabe

Sie können Ware innerhalb von dreißig Tagen zurückgeben. Legen Sie den Lieferschein bei.

# Versand

Der Versand dauert zwei bis vier Werktage und kostet 4,90 Euro.

# Garantie

Auf alle Geräte geben wir drei Jahre Garantie.`;

/** The whole library is one short file: a word is rare in it because there are few passages, not because it says much. */
async function answerIn(text: string, question: string): Promise<string | null> {
  const { passages, index } = indexText({ title: 'Handbook', content: { text }, readsLanguage: true });
  const { search } = passageIndex({
    load: async () => new Map([['src_1/1', index]]),
    loadVectors: async () => new Map(),
    nearest: async () => null,
  });
  const sources = [{ sourceId: 'src_1', revision: 1 }];
  const [hit] = await search({ workspaceId: 'wsp_1', sources, question, limit: 3 });
  if (hit === undefined || hit.confidence < answerThreshold) return null;
  return passages.find(({ number }) => number === hit.number)?.text ?? null;
}

describe('one short file', () => {
  it.each([
    ['How long is the warranty?', 'thirty months'],
    ['How long is the warranty of the kettle?', 'thirty months'],
    ['How do I claim my warranty?', 'receipt'],
    ['How often should I descale it?', 'every six weeks'],
    ['Why is it so loud?', 'rumbling'],
    ['whats the warranty', 'thirty months'],
    ['what happens after the warranty is over', 'thirty months'],
  ])('answers "%s"', async (question, answer) => {
    expect(await answerIn(kettle, question)).toContain(answer);
  });

  it.each([
    ['Wie lange habe ich Garantie?', 'drei Jahre'],
    ['Wie lange dauert der Versand?', 'zwei bis vier'],
    ['Was kostet der Versand?', '4,90'],
    ['habt ihr eine garantiefrist', 'drei Jahre'],
    ['wie lange habe ich zeit für die rücksendung', 'dreißig Tagen'],
  ])('answers "%s"', async (question, answer) => {
    expect(await answerIn(shop, question)).toContain(answer);
  });

  it.each([
    ['How much does the kettle cost?'],
    ['Is the kettle dishwasher safe?'],
    ['Do you ship to Canada?'],
    ['What is the capital of Peru?'],
    ['Can I speak to a human?'],
    ['what happens next'],
    ['why'],
    ['thank you'],
  ])('does not answer "%s"', async (question) => {
    expect(await answerIn(kettle, question)).toBeNull();
  });
});

it('is as sure of what two passages say as of what one says', async () => {
  const fact = 'The annual plan costs 90 euros.';
  const twice = `# Prices\n\n${fact}\n\n# Questions\n\n${fact} Ask us for more.\n\n# Hours\n\nWe open at nine.`;
  expect(await answerIn(twice, 'What does the annual plan cost?')).toContain('90 euros');
});
