import { Link } from '@tanstack/react-router';
import type { SessionSummary } from '../../../contract/sessions.ts';

/** The number of a session's version, with the way to how far its sessions came. */
export function FunnelLink({
  session: { subject, version },
}: {
  session: Pick<SessionSummary, 'subject' | 'version'>;
}) {
  if (subject.kind === 'twin') return version.number;
  return (
    <Link
      to="/flows/$flowId/versions/$number"
      params={{ flowId: subject.id, number: String(version.number) }}
      className="text-accent-text hover:underline"
    >
      {version.number}, and how far its sessions came
    </Link>
  );
}
