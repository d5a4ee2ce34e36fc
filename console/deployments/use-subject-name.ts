import { useQuery } from '@tanstack/react-query';
import type { DeploymentReply } from '../../contract/deployments.ts';
import { flowQuery } from '../flows/flow-queries.ts';

/** Name of the flow that a deployment runs, once it is known. */
export function useSubjectName(subject: DeploymentReply['subject']): string {
  const { data, isError } = useQuery(flowQuery(subject.id));
  return data?.name ?? (isError ? 'The flow is gone' : '…');
}
