import { answerParts } from './answer-parts.ts';

/** What a twin said: its quotations set apart, everything else as it was written. */
export function AnswerText({ text }: { text: string }) {
  return (
    <div dir="auto" className="wrap-anywhere grid gap-2 whitespace-pre-wrap">
      {answerParts(text).map(({ isQuote, words }, index) =>
        isQuote ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
          <blockquote key={index} className="border-accent border-l-2 pl-3">
            {words}
          </blockquote>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
          <p key={index}>{words}</p>
        ),
      )}
    </div>
  );
}
