import { type AnswerPart, answerParts } from './answer-parts.ts';

/** What a twin said: quotations, tables, headings and code set apart, the rest as it was written but for bold words. */
export function AnswerText({ text }: { text: string }) {
  return (
    <div dir="auto" className="wrap-anywhere grid grid-cols-[minmax(0,1fr)] gap-2 whitespace-pre-wrap">
      {answerParts(text).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
        <PartInPlace key={index} part={part} />
      ))}
    </div>
  );
}

function PartInPlace({ part }: { part: AnswerPart }) {
  if (!part.isQuote) return <Part part={part} />;
  return (
    <blockquote className="border-accent border-l-2 pl-3">
      <Part part={part} />
    </blockquote>
  );
}

function Part({ part }: { part: AnswerPart }) {
  switch (part.kind) {
    case 'words':
      return <p>{withBold(part.words)}</p>;
    case 'heading':
      return <p className="font-semibold">{withBold(part.words)}</p>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
        <pre dir="ltr" tabIndex={0} className="overflow-x-auto font-mono text-xs">
          {part.words}
        </pre>
      );
    case 'table':
      return <PartTable rows={part.rows} />;
  }
}

function PartTable({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) {
  const look = 'border-line border-b py-1 pr-3 text-start align-top';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
    <div tabIndex={0} className="overflow-x-auto whitespace-normal">
      <table className="border-collapse [overflow-wrap:break-word]">
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
              <th key={column} scope="col" className={`${look} font-semibold`}>
                {withBold(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
            <tr key={number}>
              {head.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
                <td key={column} className={look}>
                  {withBold(row[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function withBold(words: string) {
  return words.split(/(\*\*[^*\n]+\*\*)/).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
    piece.startsWith('**') && piece.length > 4 ? <strong key={index}>{piece.slice(2, -2)}</strong> : piece,
  );
}
