/** Tells in which language a text is written. */
export interface Languages {
  /** The one of these languages (tags such as `de` or `pt-BR`) that the text is in; null where it is too short to tell, or in none of them. */
  tell(text: string, among: readonly string[]): string | null;
}
