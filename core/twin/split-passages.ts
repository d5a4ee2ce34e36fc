import { type Fit, fitBlock } from './fit-block.ts';
import type { Passage } from './passage.ts';
import { type Block, readBlocks, type Section } from './read-blocks.ts';
import { weighWords } from './weigh-words.ts';

/** A passage shorter than this says too little alone, where its section has more to say. */
const leastWords = 80;
const fit: Fit = { most: 220, wholeAtMost: 330 };

/**
 * Markdown in passages of about 80 to 220 words, in reading order, none reaching across a heading of level 1 to 3 and
 * none above 330 words or their like (about 8,000 characters at the very most). No word is lost: headings of level 1
 * to 3 go into `headings`, page markers (`<!-- page 3 -->` alone on a line) into `page`, front matter away; a table or
 * code block too long for one passage repeats its header or fence. The same text always gives the same passages, in
 * time linear in its length.
 */
export function splitPassages(markdown: string): Passage[] {
  return readBlocks(markdown)
    .flatMap(passagesOf)
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map((passage, index) => ({ number: index + 1, ...passage }));
}

/** What is never taken apart any further. */
interface Unit {
  readonly text: string;
  readonly weight: number;
  readonly page: number | null;
  readonly opensTopic: boolean;
}

function passagesOf(section: Section): Omit<Passage, 'number'>[] {
  return gathered(unitsOf(section)).map((units) => ({
    headings: section.headings,
    page: units[0]?.page ?? null,
    text: units.map(({ text }) => text).join('\n\n'),
  }));
}

/** The pieces of a section's blocks; a lower heading goes with what it heads. */
function unitsOf({ blocks }: Section): Unit[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    if (block.kind === 'subheading' && (blocks[index + 1] ?? block).kind !== 'subheading') return [];
    const pieces = fitBlock(block, fit).map((text) => unit(text, block.page, block.kind === 'subheading'));
    return before?.kind === 'subheading' && block.kind !== 'subheading' ? headed(before, pieces) : pieces;
  });
}

function headed(subheading: Block, [first, ...rest]: readonly Unit[]): Unit[] {
  const heading = unit(subheading.lines.join('\n').trim(), subheading.page, true);
  if (first === undefined) return [heading];
  const together = unit(`${heading.text}\n\n${first.text}`, heading.page, true);
  return together.weight <= fit.wholeAtMost ? [together, ...rest] : [heading, first, ...rest];
}

function unit(text: string, page: number | null, opensTopic: boolean): Unit {
  return { text, weight: weighWords(text), page, opensTopic };
}

function gathered(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = [];
  let weight = 0;
  for (const unit of units) {
    const group = groups.at(-1);
    if (group === undefined || startsPassage(unit, group, weight)) {
      groups.push([unit]);
      weight = unit.weight;
    } else {
      group.push(unit);
      weight += unit.weight;
    }
  }
  return withoutShortTail(groups);
}

function startsPassage(unit: Unit, group: readonly Unit[], weight: number): boolean {
  if (weight < leastWords) return weight + unit.weight > fit.wholeAtMost;
  return weight + unit.weight > fit.most || unit.opensTopic || unit.page !== group[0]?.page;
}

function withoutShortTail(groups: Unit[][]): Unit[][] {
  const [before, tail] = groups.slice(-2);
  if (before === undefined || tail === undefined) return groups;
  const isShort = weightOf(tail) < leastWords && weightOf(before) + weightOf(tail) <= fit.wholeAtMost;
  return isShort ? [...groups.slice(0, -2), [...before, ...tail]] : groups;
}

function weightOf(units: readonly Unit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}
