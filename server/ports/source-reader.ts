/** Kinds of files a source can be read from, told by their content. */
export type FileKind = 'pdf' | 'docx' | 'pptx' | 'markdown' | 'text' | 'csv' | 'email';

/** What was read, or why nothing could be, in words for the owner. */
export type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly fileKind: FileKind | 'page';
      /** What the text calls itself. */
      readonly title: string | null;
      /** Markdown; where the source has pages, `<!-- page 3 -->` alone on a line begins each one. */
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Turns an uploaded file into Markdown. Never throws for a bad file, and never takes longer or more memory than its limits. */
export interface FileReader {
  read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<ReadOutcome>;
}

export interface PageRequest {
  readonly url: string;
  /** What the owner hopes to find; ranks which links of the page are worth following. */
  readonly hint: string;
  /** Pages read besides the first. */
  readonly linkedPagesAtMost: number;
}

/**
 * Reads a web page, and clearly relevant pages of the same site one hop away, as one Markdown text. Refuses private
 * and metadata addresses like every outgoing call. Throws a retryable UpstreamError where the page may be there later:
 * the site cannot be reached or is too slow, fails or asks to wait, and then with how long.
 */
export interface PageReader {
  read(request: PageRequest): Promise<ReadOutcome & { readonly pages?: readonly string[] }>;
}
