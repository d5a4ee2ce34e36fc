export interface AnswerPart {
  readonly isQuote: boolean;
  readonly words: string;
}

/** The paragraphs of an answer in Markdown; those whose every line is marked as quoted without the marks. */
export function answerParts(text: string): AnswerPart[] {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n');
    const isQuote = lines.every((line) => line.startsWith('>'));
    return { isQuote, words: isQuote ? lines.map((line) => line.replace(/^> ?/, '')).join('\n') : paragraph };
  });
}
