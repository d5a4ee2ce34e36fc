import { type DeploymentSettings, defaultSettings } from '../../../contract/deployment-settings.ts';

const names = Object.keys(defaultSettings('')) as (keyof DeploymentSettings)[];

/** The settings alone, of a deployment that carries more. */
export function settingsOf(deployment: DeploymentSettings): DeploymentSettings {
  return Object.fromEntries(names.map((name) => [name, deployment[name]])) as DeploymentSettings;
}
