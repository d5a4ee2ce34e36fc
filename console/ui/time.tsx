import { format, formatDistanceToNowStrict } from 'date-fns';

/** When something was: how long ago, and the exact time on hover, in this browser's time zone. */
export function Ago({ at }: { at: string }) {
  const date = new Date(at);
  const isNow = Math.abs(Date.now() - date.getTime()) < 45_000;
  return (
    <time dateTime={at} title={format(date, 'PPpp')} className="whitespace-nowrap">
      {isNow ? 'just now' : formatDistanceToNowStrict(date, { addSuffix: true })}
    </time>
  );
}

/** An exact moment, in this browser's time zone. */
export function Moment({ at, pattern = 'PP, HH:mm' }: { at: string; pattern?: string }) {
  return (
    <time dateTime={at} title={format(new Date(at), 'PPpp')} className="whitespace-nowrap">
      {format(new Date(at), pattern)}
    </time>
  );
}
