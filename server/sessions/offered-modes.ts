import type { DeploymentSettings } from '../../contract/deployment-settings.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { AppError } from '../errors.ts';

/** Modes this server can run. */
const runnable: readonly Mode[] = ['chat'];

/** The modes of a deployment with the reason why one cannot be chosen here. */
export function offeredModes(settings: Pick<DeploymentSettings, 'modes'>) {
  return settings.modes.map((mode) => ({
    mode,
    available: runnable.includes(mode),
    why: runnable.includes(mode) ? null : 'Not available yet.',
  }));
}

/** The mode, when the deployment offers it and this server can run it. */
export function offeredMode(settings: Pick<DeploymentSettings, 'modes'>, mode: Mode): Mode {
  const offer = offeredModes(settings).find((candidate) => candidate.mode === mode);
  if (offer?.available) return mode;
  const message = offer
    ? `${mode} is not available yet`
    : `must be one of the modes this deployment offers: ${settings.modes.join(', ')}`;
  throw new AppError('mode_not_offered', `This deployment cannot be used in ${mode}.`, {
    problems: [{ field: 'mode', message }],
  });
}
