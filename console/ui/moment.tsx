import { format } from 'date-fns';

/** An exact moment, in this browser's time zone. */
export function Moment({ at, pattern = 'PP, HH:mm' }: { at: string; pattern?: string }) {
  return (
    <time dateTime={at} title={format(new Date(at), 'PPpp')} className="whitespace-nowrap">
      {format(new Date(at), pattern)}
    </time>
  );
}
