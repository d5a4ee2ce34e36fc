import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SessionSummary } from '../../../contract/sessions.ts';
import { flowOfSessionQuery } from './version-query.ts';

/** The number of a session's version, with the way to how far its sessions came. */
export function FunnelLink({ session }: { session: Pick<SessionSummary, 'deployment' | 'version'> }) {
  const { data: flow } = useQuery(flowOfSessionQuery(session));
  const { number } = session.version;
  if (!flow) return number;
  return (
    <Link
      to="/flows/$flowId/versions/$number"
      params={{ flowId: flow.flowId, number: String(number) }}
      className="text-accent-text hover:underline"
    >
      {number}, and how far its sessions came
    </Link>
  );
}
