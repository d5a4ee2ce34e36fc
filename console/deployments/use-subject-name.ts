import { useQuery } from '@tanstack/react-query';
import type { DeploymentReply } from '../../contract/deployments.ts';
import { flowQuery } from '../flows/flow-queries.ts';
import { twinQuery } from '../twins/twin-queries.ts';

/** Name of the flow or twin that a deployment runs, once it is known. */
export function useSubjectName({ kind, id }: DeploymentReply['subject']): string {
  const flow = useQuery({ ...flowQuery(id), enabled: kind === 'flow' });
  const twin = useQuery({ ...twinQuery(id), enabled: kind === 'twin' });
  const { data, isError } = kind === 'flow' ? flow : twin;
  return data?.name ?? (isError ? `The ${kind} is gone` : '…');
}
