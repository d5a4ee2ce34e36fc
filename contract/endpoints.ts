import { dashboardEndpoints } from './dashboard.ts';
import { deploymentEndpoints } from './deployments.ts';
import { flowEndpoints } from './flows.ts';
import { peopleEndpoints } from './people.ts';
import { sessionEndpoints } from './sessions.ts';
import { visitEndpoints } from './visit.ts';
import { workspaceEndpoints } from './workspace.ts';

/** Every endpoint of the outer contract, by operation id. */
export const endpoints = {
  ...flowEndpoints,
  ...deploymentEndpoints,
  ...sessionEndpoints,
  ...dashboardEndpoints,
  ...peopleEndpoints,
  ...workspaceEndpoints,
  ...visitEndpoints,
};
