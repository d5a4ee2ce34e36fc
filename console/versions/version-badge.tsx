import { Badge } from '../ui/badge.tsx';
import type { Column } from '../ui/table.tsx';

/** How far a flow or a twin has come: its newest version, or only a draft. */
export function VersionBadge({ newestVersion }: { newestVersion: number | null }) {
  return newestVersion === null ? <Badge>Draft only</Badge> : <Badge tone="good">Version {newestVersion}</Badge>;
}

/** What is published of each row of a list. */
export const publishedColumn: Column<{ readonly newestVersion: number | null }> = {
  id: 'version',
  head: 'Published',
  cell: ({ newestVersion }) => <VersionBadge newestVersion={newestVersion} />,
};
