import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { deploymentQuery } from '../deployment-queries.ts';
import { parts } from './parts.ts';

const route = getRouteApi('/shell/deployments/$deploymentId/$part');

/** The part of a deployment that the address names. */
export function DeploymentPart() {
  const { deploymentId, part } = route.useParams();
  const { data: deployment } = useSuspenseQuery(deploymentQuery(deploymentId));
  const entry = parts.find(({ id }) => id === part);
  if (!entry) throw notFound();
  const { Part } = entry;
  return (
    <Suspense fallback={<SkeletonLines />}>
      {/* Another deployment, or another part, begins with nothing typed. */}
      <Part key={`${deployment.id} ${part}`} deployment={deployment} />
    </Suspense>
  );
}
