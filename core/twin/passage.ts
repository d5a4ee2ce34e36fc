/** A piece of a source's text, short enough to quote whole. Derived from the text of one source revision. */
export interface Passage {
  /** Counts from 1 within the source revision. */
  readonly number: number;
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[];
  /** The page that most of it is on, where the source has pages; from 1. */
  readonly page: number | null;
  /** Markdown. */
  readonly text: string;
}

/** One text a source had: sources change by getting a new revision. */
export interface SourceAt {
  readonly sourceId: string;
  readonly revision: number;
}

/** One passage of one source revision. */
export interface PassageAt extends SourceAt {
  readonly number: number;
}
