import { format } from 'date-fns';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { Criterion } from '../../../core/goal/goal.ts';
import { audienceInWords, filterInWords } from '../audience/audience-in-words.ts';
import { durationInWords } from './duration-in-words.ts';

interface SettingWords {
  readonly label: string;
  /** The value in words; how JSON reads when left out. */
  readonly say?: (value: never) => string;
}

const asTime = (value: string) => format(new Date(value), 'PP, HH:mm');
const asPercent = (value: number) => `${value.toLocaleString()} %`;
const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');
const count = (word: string) => (items: readonly unknown[]) =>
  items.length === 0 ? 'None' : `${items.length} ${word}${items.length === 1 ? '' : 's'}`;

/** Every setting as the console names it, and how its value is said. */
const words: Readonly<Record<string, SettingWords>> = {
  name: { label: 'Name' },
  status: { label: 'Status', say: (status: string) => (status === 'active' ? 'Active' : 'Inactive') },
  versionPolicy: { label: 'Version', say: versionPolicyInWords },
  audience: { label: 'Audience', say: audienceInWords },
  sources: { label: 'Sources', say: sourcesInWords },
  modes: { label: 'Modes', say: (modes: readonly string[]) => modes.join(', ') },
  'rollout.percentage': { label: 'Percentage', say: asPercent },
  'rollout.schedule': {
    label: 'Scheduled steps',
    say: (steps: NonNullable<DeploymentSettings['rollout']['schedule']>) =>
      steps.map(({ at, percentage }) => `${asPercent(percentage)} from ${asTime(at)}`).join('; ') || 'None',
  },
  'rollout.paused': { label: 'Scheduled steps paused', say: yesOrNo },
  'behavior.goal': { label: 'Goal' },
  'behavior.criteria': {
    label: 'Exact criteria',
    say: (criteria: readonly Criterion[]) => criteria.map(criterionInWords).join(' and ') || 'None',
  },
  'behavior.instructions': { label: 'Instructions' },
  'behavior.languages': { label: 'Languages', say: (languages: readonly string[]) => languages.join(', ') },
  'appearance.title': { label: 'Title' },
  'appearance.greeting': { label: 'Greeting' },
  'appearance.avatarUrl': { label: 'Avatar' },
  'appearance.videoUrl': { label: 'Video' },
  'appearance.accentColor': { label: 'Accent colour' },
  'appearance.backgroundColor': { label: 'Background colour' },
  'appearance.launcherPosition': { label: 'Launcher position', say: (position: string) => position.replace('-', ' ') },
  'appearance.theme': { label: 'Theme' },
  'appearance.allowedDomains': {
    label: 'Sites that may embed it',
    say: (sites: readonly string[]) => sites.join(', ') || 'Any',
  },
  'capabilities.collectEmail': { label: 'May ask for an email', say: yesOrNo },
  'capabilities.callsToAction': { label: 'Calls to action', say: count('card') },
  'timeouts.chatMs': { label: 'Chat ends after', say: durationInWords },
  'timeouts.callMs': { label: 'Calls end after', say: durationInWords },
  'timeouts.visitMs': { label: 'A draw is kept for', say: durationInWords },
  'notifications.recap': {
    label: 'Recap email',
    say: ({ to, sendWhen }: NonNullable<DeploymentSettings['notifications']['recap']>) =>
      `to ${to.join(', ')}${sendWhen ? `, when: ${sendWhen}` : ''}`,
  },
};

/** A setting's name for people; of one that nobody named here, the name in the API. */
export function settingLabel(field: string): string {
  return (words[field] ?? words[field.split('.')[0] ?? ''])?.label ?? field;
}

/** A setting's value for people. */
export function settingInWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Not set';
  const say = words[field]?.say as ((value: unknown) => string) | undefined;
  return say ? say(value) : String(typeof value === 'object' ? JSON.stringify(value) : value);
}

/** Names of settings as the API lists them, each once as people read it. */
export function settingLabels(fields: readonly string[]): string[] {
  return [...new Set(fields.map(settingLabel))];
}

/** How many sources may be used, and how. */
export function sourcesInWords(sources: DeploymentSettings['sources']): string {
  const accesses = Object.values(sources);
  const said = (['mentioned', 'internal'] as const).flatMap((access) => {
    const number = accesses.filter((each) => each === access).length;
    return number === 0 ? [] : [`${number} ${access}`];
  });
  return said.join(', ') || 'None may be used';
}

export function versionPolicyInWords(policy: DeploymentSettings['versionPolicy']): string {
  return policy.kind === 'latest' ? 'Latest' : `Pinned to version ${policy.number}`;
}

export function criterionInWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'emailCollected':
      return 'an email was left';
    case 'actionTaken':
      return criterion.actionId === undefined ? 'an action was taken' : `the action ${criterion.actionId} was taken`;
    case 'nodeReached':
      return `the step ${criterion.nodeId} was reached`;
    case 'variable':
      return filterInWords(criterion.filter).replace(/^var /, '');
    default:
      return criterion satisfies never;
  }
}
