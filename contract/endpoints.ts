import { dashboardEndpoints } from './dashboard.ts';
import { deploymentEndpoints } from './deployments.ts';
import { flowEndpoints } from './flows.ts';
import { memberEndpoints } from './members.ts';
import { modelEndpoints } from './models.ts';
import { peopleEndpoints } from './people.ts';
import { decisionEndpoints } from './rollout-decisions.ts';
import { sessionEndpoints } from './sessions.ts';
import { sourceEndpoints } from './sources.ts';
import { twinEndpoints } from './twins.ts';
import { visitEndpoints } from './visit.ts';
import { workspaceEndpoints } from './workspace.ts';

/** Every endpoint of the outer contract, by operation id. */
export const endpoints = {
  ...flowEndpoints,
  ...twinEndpoints,
  ...sourceEndpoints,
  ...modelEndpoints,
  ...deploymentEndpoints,
  ...decisionEndpoints,
  ...sessionEndpoints,
  ...dashboardEndpoints,
  ...peopleEndpoints,
  ...workspaceEndpoints,
  ...memberEndpoints,
  ...visitEndpoints,
};
