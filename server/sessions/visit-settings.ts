import { storedSettings } from '../../contract/deployment-settings.ts';
import { recentlyUsed } from '../../core/recently-used.ts';
import { bucketsOf } from '../../core/rollout/assign-bucket.ts';
import { compileAudience } from '../../core/rollout/compile-audience.ts';
import type { DeploymentForRollout } from '../../core/rollout/rollout-decision.ts';
import type { VisitContext } from '../ports/store/visit-store.ts';

type Prepared = Pick<DeploymentForRollout, 'audience' | 'bucketOf'>;

const preparedByRevision = recentlyUsed<Prepared>(1000);

/** What the core decides a rollout from; audience and salt are prepared once per deployment revision. */
export function rolloutOf(context: VisitContext): DeploymentForRollout {
  const { status, rollout } = storedSettings(context.settings);
  const { audience, bucketOf } = preparedFor(context);
  return { status, audience, percentage: rollout.percentage, bucketOf, version: context.version?.number };
}

function preparedFor(context: VisitContext): Prepared {
  const known = preparedByRevision.get(context.revisionId);
  if (known) return known;
  const prepared = {
    audience: compileAudience(storedSettings(context.settings).audience),
    bucketOf: bucketsOf(context.salt),
  };
  preparedByRevision.set(context.revisionId, prepared);
  return prepared;
}
