import { type Fit, fitBlock } from './fit-block.ts';
import type { Passage } from './passage.ts';
import { type Block, readBlocks, type Section } from './read-blocks.ts';
import { weighWords } from './weigh-words.ts';

/** A passage shorter than this says too little alone, where its section has more to say. */
const leastWords = 80;
/** A page with as much text as this has passages of its own, so that a citation names the page it is on. */
const leastWordsOfPage = 20;
const fit: Fit = { most: 220, wholeAtMost: 330 };

/**
 * Markdown in passages of about 80 to 220 words, in reading order, none reaching across a heading of level 1 to 3 and
 * none above 330 words or their like (about 8,000 characters at the very most). No word is lost: headings of level 1
 * to 3 go into `headings`, page markers (`<!-- page 3 -->` alone on a line) into `page`, front matter and what stands
 * between `<!--` and `-->`, which Markdown does not show, away; a table or
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
    page: pageOf(units),
    text: units.map(({ text }) => text).join('\n\n'),
  }));
}

/** The page that most of it is on. */
function pageOf(units: readonly Unit[]): number | null {
  const weights = new Map<number | null, number>();
  for (const { page, weight } of units) weights.set(page, (weights.get(page) ?? 0) + weight);
  return [...weights].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null;
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
  const isElsewhere = unit.page !== group[0]?.page;
  if (weight < (isElsewhere ? leastWordsOfPage : leastWords)) return weight + unit.weight > fit.wholeAtMost;
  return weight + unit.weight > fit.most || unit.opensTopic || isElsewhere;
}

function withoutShortTail(groups: Unit[][]): Unit[][] {
  const [before, tail] = groups.slice(-2);
  if (before === undefined || tail === undefined) return groups;
  const isElsewhere = tail[0]?.page !== before.at(-1)?.page;
  const isShort =
    weightOf(tail) < (isElsewhere ? leastWordsOfPage : leastWords) &&
    weightOf(before) + weightOf(tail) <= fit.wholeAtMost;
  return isShort ? [...groups.slice(0, -2), [...before, ...tail]] : groups;
}

function weightOf(units: readonly Unit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}
