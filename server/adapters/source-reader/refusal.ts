import type { ReadOutcome } from '../../ports/source-reader.ts';

/** Ends reading, with what the owner is told. */
export class Refusal extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Refusal';
  }
}

export type Refused = Extract<ReadOutcome, { kind: 'refused' }>;

export function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}

export function tooMuchText(charactersAtMost: number): Refusal {
  return new Refusal(`The file holds more than ${charactersAtMost} characters of text. Split it and upload the parts.`);
}

export const readableKinds = 'a PDF, Word (.docx), PowerPoint (.pptx), Markdown, text, CSV or email (.eml) file';
