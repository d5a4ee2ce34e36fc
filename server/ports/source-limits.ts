/** How much may be read into sources; settings of the server. */
export interface SourceLimits {
  /** Largest file, in megabytes of 1,000,000 bytes. */
  readonly fileMb: number;
  /** How long one upload may go on. */
  readonly uploadMinutes: number;
  /** Sources of a workspace. */
  readonly sources: number;
  /** Characters of one source's text. */
  readonly characters: number;
  /** Pages or slides of one file. */
  readonly pages: number;
  /** Pages that are read one link away from a web address. */
  readonly linkedPages: number;
}
