import { ChangeList } from '../../versions/change-list.tsx';
import { countDiff, type DiffReply, describeDiff, type NodeName } from './describe-diff.ts';

/** What differs between two sides of a flow, change by change. */
export function DiffView({ diff, nameOf }: { diff: DiffReply; nameOf?: NodeName }) {
  return <ChangeList summary={countDiff(diff)} lines={describeDiff(diff, nameOf)} />;
}
