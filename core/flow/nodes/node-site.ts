import type { TwinSnapshot } from '../../twin/twin.ts';
import type { Exits, Place } from '../flow.ts';
import type { NodeTexts } from '../flow-texts.ts';

/** Whether the whole text matches an RE2 pattern; what runs the core brings it, as the core has no safe one of its own. */
export type MatchesPattern = (pattern: string, text: string) => boolean;

/** What a node needs of its surroundings to be compiled. */
export interface NodeSite {
  readonly place: Place;
  readonly exits: Exits;
  readonly texts: NodeTexts;
  /** Twins of the version, by id. */
  readonly twins: Readonly<Record<string, TwinSnapshot>>;
  readonly matchesPattern: MatchesPattern;
}
