/** Letters at a place of a line. */
export interface Directed {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRight = /[\p{L}\p{N}]/u;

/** Whether half of its letters or more are written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => rightToLeft.test(letter)).length * 2 >= letters.length;
}

/** Runs that a line from right to left prints, as they are read: numbers and foreign words among them go their own way. */
export function inReadingOrder<Run extends Directed>(runs: readonly Run[]): Run[] {
  const ordered = runs.toSorted((one, other) => other.x - one.x || other.right - one.right);
  const read: Run[] = [];
  let foreign: Run[] = [];
  let between: Run[] = [];
  for (const run of ordered) {
    if (isForeign(run.text)) {
      foreign = [run, ...between.toReversed(), ...foreign];
      between = [];
    } else if (foreign.length > 0 && !rightToLeft.test(run.text)) {
      between.push(run);
    } else {
      read.push(...foreign, ...between, run);
      foreign = [];
      between = [];
    }
  }
  return [...read, ...foreign, ...between];
}

/** Letters as they are typed: ligatures taken apart, and the shapes that letters take within Arabic words undone. */
export function plainLetters(text: string): string {
  return text.replace(/[\uFB00-\uFDFF\uFE70-\uFEFC]/g, (shape) => shape.normalize('NFKC'));
}

function isForeign(text: string): boolean {
  return leftToRight.test(text) && !rightToLeft.test(text);
}
