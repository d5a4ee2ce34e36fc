import { useCallback } from 'preact/hooks';
import type { TwinPart } from '../chat/conversation.ts';
import { AnswerNotes } from './answer-notes.tsx';
import { CitationMark } from './citation-mark.tsx';
import { RichMarkdown } from './rich-markdown.tsx';
import { splitMarks } from './split-marks.ts';
import { withoutUnfinished } from './without-unfinished.ts';

export interface TwinAnswerProps {
  readonly text: string;
  /** Null while the answer is written: its citations are not known yet, and their marks only keep the place. */
  readonly twin: TwinPart | null;
  readonly onEnd: () => void;
}

/** What a twin says, with its citations and who wrote it. */
export function TwinAnswer({ text, twin, onEnd }: TwinAnswerProps) {
  const showWords = useCallback((words: string) => withMarks(words, twin), [twin]);
  return (
    <>
      <RichMarkdown text={twin ? text : withoutUnfinished(text)} showWords={showWords} />
      {twin && <AnswerNotes twin={twin} onEnd={onEnd} />}
    </>
  );
}

/** Marks without a citation are plain words. A mark stays on the line of the word before it. */
function withMarks(text: string, twin: TwinPart | null) {
  return splitMarks(text.replace(/ (?=\[\d)/g, '\u00a0')).map(({ at, words, number }) => {
    const citation = twin?.citations?.find((one) => one.number === number);
    if (citation) return <CitationMark key={at} citation={citation} />;
    if (twin || number === null) return words;
    return (
      <span key={at} class="mark">
        {number}
      </span>
    );
  });
}
