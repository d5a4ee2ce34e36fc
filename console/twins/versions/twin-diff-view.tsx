import type { TwinDiffReply } from '../../../contract/twins.ts';
import { ChangeList } from '../../versions/change-list.tsx';
import { countTwinDiff, describeTwinDiff } from './describe-twin-diff.ts';

/** What differs between two sides of a twin, change by change. */
export function TwinDiffView({ diff }: { diff: TwinDiffReply }) {
  return <ChangeList summary={countTwinDiff(diff)} lines={describeTwinDiff(diff)} />;
}
