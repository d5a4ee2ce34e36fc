import type { DeploymentSettings } from '../../contract/deployment-settings.ts';
import { type CompiledAudience, compileAudience } from '../../core/rollout/compile-audience.ts';
import type { DeploymentForRollout } from '../../core/rollout/rollout-decision.ts';
import type { VisitContext } from '../ports/store/visit-store.ts';

/** A stored revision's settings. They were checked when they were stored, so they are not parsed again. */
export function settingsOf(context: Pick<VisitContext, 'settings'>): DeploymentSettings {
  return context.settings as unknown as DeploymentSettings;
}

const compiled = new Map<string, CompiledAudience>();
const capacity = 1000;

/** What the core decides a rollout from; the audience is compiled once per deployment revision. */
export function rolloutOf(context: VisitContext): DeploymentForRollout {
  const settings = settingsOf(context);
  return {
    status: settings.status,
    audience: audienceOf(context.revisionId, settings),
    percentage: settings.rollout.percentage,
    salt: context.salt,
    version: context.version?.number,
  };
}

function audienceOf(revisionId: string, settings: DeploymentSettings): CompiledAudience {
  const known = compiled.get(revisionId);
  if (known) return known;
  const audience = compileAudience(settings.audience);
  compiled.set(revisionId, audience);
  if (compiled.size > capacity) {
    const [oldest] = compiled.keys();
    if (oldest !== undefined) compiled.delete(oldest);
  }
  return audience;
}
