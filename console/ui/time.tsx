import { agoInWords } from './ago-in-words.ts';

// What lists show first comes without the library that other moments are written with.
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** When something was: how long ago, and the exact time on hover, in this browser's time zone. */
export function Ago({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact.format(date)} className="whitespace-nowrap">
      {agoInWords(date, new Date())}
    </time>
  );
}
