import { admittedBuckets } from '../../../core/rollout/decide-rollout.ts';
import { classes } from '../../ui/classes.ts';

const buckets = 10_000;

/** Where a bucket lies among all, and which of them the share admits. */
export function BucketBar({ bucket, percentage }: { bucket: number; percentage: number }) {
  const admitted = admittedBuckets(percentage);
  const isAdmitted = bucket < admitted;
  const range = admitted === 0 ? 'none is admitted' : `0 to ${(admitted - 1).toLocaleString()} are admitted`;
  return (
    <div role="img" aria-label={`Bucket ${bucket} of 0 to 9,999: ${range}`} className="mt-3 grid gap-1">
      <div className="relative h-2.5 rounded-full bg-sunken">
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent/35"
          style={{ width: `${(admitted / buckets) * 100}%` }}
        />
        <span
          className={classes(
            '-translate-x-1/2 -top-1 absolute h-4.5 w-1 rounded-full ring-2 ring-surface',
            isAdmitted ? 'bg-good' : 'bg-bad',
          )}
          style={{ left: `${(bucket / buckets) * 100}%` }}
        />
      </div>
      <div className="flex justify-between text-faint text-xs tabular-nums">
        <span>0</span>
        <span>
          {`Bucket ${bucket.toLocaleString()}`}
          {admitted > 0 && `, admitted up to ${(admitted - 1).toLocaleString()}`}
        </span>
        <span>9,999</span>
      </div>
    </div>
  );
}
