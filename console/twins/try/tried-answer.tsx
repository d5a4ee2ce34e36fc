import type { TriedReply } from '../../../contract/twins.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerNotice } from '../answer/answer-notice.tsx';
import { AnswerText } from '../answer/answer-text.tsx';
import { BrainBadge } from '../answer/brain-badge.tsx';
import { CitationList } from '../answer/citation-list.tsx';
import { FoundPassages } from './found-passages.tsx';
import { ShownBeside } from './shown-beside.tsx';

/** An answer as visitors would get it, and below it what they would not see: why it is so. */
export function TriedAnswer({ reply, onAsk }: { reply: TriedReply; onAsk: (question: string) => void }) {
  return (
    <div className="grid gap-2">
      <div>
        <BrainBadge by={reply.by} />
      </div>
      <div className="w-fit rounded-2xl rounded-tl-md border border-line bg-surface px-3.5 py-2">
        <AnswerText text={reply.text} />
      </div>
      <CitationList citations={reply.citations} />
      <ShownBeside reply={reply} />
      {reply.suggestions.length > 0 && (
        <ul aria-label="Questions it offers" className="flex flex-wrap gap-1.5">
          {reply.suggestions.map((suggestion) => (
            <li key={suggestion}>
              <Button
                size="small"
                className="h-auto! whitespace-normal! py-1 text-left"
                onClick={() => onAsk(suggestion)}
              >
                {suggestion}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {reply.notice !== undefined && <AnswerNotice>{reply.notice}</AnswerNotice>}
      <FoundPassages passages={reply.passages} />
    </div>
  );
}
