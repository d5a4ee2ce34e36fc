import type { CompiledGuard } from './compile-guard.ts';
import { knownLinks } from './known-links.ts';
import { textEnd } from './shared-runs.ts';
import { unleet, viewOf, withoutListMarks } from './text-views.ts';
import { wordsOf } from './words-of.ts';

/** What a reply may say in any case. */
export interface AllowedMaterial {
  /** Mentioned passages with their titles, the visitor's own messages, the persona, the cards of the deployment. */
  readonly texts: readonly string[];
  /** Addresses a reply may link besides those that stand in `texts`: of mentioned sources and of cards. */
  readonly urls: readonly string[];
}

/** Internal material to be kept back in one turn, without what the turn may say anyway. */
export interface Guard {
  readonly compiled: CompiledGuard;
  readonly allowed: {
    readonly exact: ReadonlySet<number>;
    readonly leet: ReadonlySet<number>;
    readonly names: ReadonlySet<string>;
    /** The texts, digits as letters. */
    readonly chars: string;
    /** Which windows of internal content words were looked for in `chars` already, by their first word. */
    readonly windows: Map<number, boolean>;
    readonly links: ReadonlySet<string>;
  };
}

/** The guard of one turn. Takes time in the length of the allowed texts. */
export function guardFor(compiled: CompiledGuard, { texts, urls }: AllowedMaterial): Guard {
  const words = compiled.isEmpty ? [] : [...texts, ...urls].map((text) => wordsOf(withoutListMarks(text)));
  const view = viewOf(words.flatMap((each) => [...each, textEnd]));
  const leetView = { ...view, chars: unleet(view.chars) };
  return {
    compiled,
    allowed: {
      exact: compiled.exact(view),
      leet: compiled.leet(leetView),
      names: new Set(words.flat().filter((word) => compiled.ordinaryNames.has(word))),
      chars: leetView.chars,
      windows: new Map(),
      links: knownLinks(texts, urls),
    },
  };
}
