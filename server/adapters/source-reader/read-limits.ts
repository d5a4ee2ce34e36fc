/** What reading one source may cost. */
export interface ReadLimits {
  /** Of the file as it came. */
  readonly bytes: number;
  readonly pages: number;
  /** Of the Markdown it becomes. */
  readonly textCharacters: number;
  readonly timeMs: number;
  /** Of the process that reads it; what a compressed file unfolds to may fill a quarter. */
  readonly memoryMb: number;
}
