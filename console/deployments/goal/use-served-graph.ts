import { useQuery } from '@tanstack/react-query';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { flowQuery } from '../../flows/flow-queries.ts';
import { versionQuery } from '../../flows/versions/version-query.ts';

/** The graph that new sessions run; the draft's as long as nothing is published. A twin has none. */
export function useServedGraph(
  subject: DeploymentReply['subject'] | undefined,
  policy: DeploymentSettings['versionPolicy'],
): FlowGraph | undefined {
  const flowId = subject?.kind === 'flow' ? subject.id : undefined;
  const flow = useQuery({ ...flowQuery(flowId ?? ''), enabled: flowId !== undefined });
  const number = policy.kind === 'pinned' ? policy.number : flow.data?.newestVersion;
  const version = useQuery({
    ...versionQuery(flowId ?? '', number ?? 0),
    enabled: flowId !== undefined && typeof number === 'number',
  });
  return number === null || version.isError ? flow.data?.draft.graph : version.data?.graph;
}
