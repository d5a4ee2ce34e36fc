import * as z from 'zod/mini';
import {
  type CreateDeployment,
  type DeploymentSettings,
  defaultSettings,
  deploymentSettingsSchema,
} from '../../../contract/deployment-settings.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { patchBetween } from '../settings/setting-changes.ts';
import { isWithin, settingProblems } from '../settings/setting-problems.ts';

export type DeploymentSubject = CreateDeployment['subject'];

/** A deployment that is being made. */
export interface WizardDraft {
  readonly platform: 'web' | 'intercom' | 'api';
  /** Its id is empty until one is chosen. */
  readonly subject: DeploymentSubject;
  readonly settings: DeploymentSettings;
}

/** The wizard's steps and the settings each one asks for. */
export const wizardSteps = [
  { id: 'platform', label: 'Platform', fields: ['platform'] },
  { id: 'flow', label: 'Flow or twin', fields: ['subject', 'versionPolicy', 'sources', 'name'] },
  { id: 'audience', label: 'Audience', fields: ['audience', 'rollout'] },
  { id: 'settings', label: 'Goal', fields: ['behavior'] },
  { id: 'review', label: 'Review', fields: ['status'] },
] as const;
export type WizardStep = (typeof wizardSteps)[number];

export function newDraft(subject: DeploymentSubject = { kind: 'flow', id: '' }): WizardDraft {
  return { platform: 'web', subject, settings: { ...defaultSettings(''), status: 'active' } };
}

/** What is wrong with the draft, as the server would say it. */
export function draftProblems({ subject, settings }: WizardDraft): ProblemItem[] {
  const noSubject = subject.id === '' ? [{ field: 'subject', message: 'choose what visitors shall meet' }] : [];
  return [...noSubject, ...settingProblems(settings)];
}

/** The step that asks for a field; the last one when none does. */
export function stepOf(field: string): WizardStep {
  const step = wizardSteps.find(({ fields }) => fields.some((own) => isWithin(field, own)));
  return step ?? wizardSteps[wizardSteps.length - 1] ?? wizardSteps[0];
}

/** What the API is asked to make: what is as it would be anyway is left out. */
export function createBody({ platform, subject, settings }: WizardDraft): CreateDeployment {
  return {
    ...patchBetween(defaultSettings(''), settings),
    name: settings.name,
    subject,
    platform: { kind: platform },
  };
}

const storageKey = 'parley-new-deployment';
const attemptKey = 'parley-new-deployment-attempt';
/** What is typed may be incomplete, so only its outline is checked. */
const storedSchema = z.object({
  platform: z.enum(['web', 'intercom', 'api']),
  subject: z.object({ kind: z.enum(['flow', 'twin']), id: z.string() }),
  settings: z.object(Object.fromEntries(Object.keys(deploymentSettingsSchema.shape).map((name) => [name, z.any()]))),
});

/** The draft this tab was at, so that a reload loses nothing; null when there is none that can be read. */
export function storedDraft(storage: Pick<Storage, 'getItem'>): WizardDraft | null {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(storage.getItem(storageKey) ?? 'null'));
    // What NaN became: a percentage that was emptied.
    return parsed.success ? withNumbers(parsed.data as WizardDraft) : null;
  } catch {
    return null;
  }
}

export function storeDraft(storage: Pick<Storage, 'setItem'>, draft: WizardDraft): void {
  storage.setItem(storageKey, JSON.stringify(draft));
}

export function forgetDraft(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(storageKey);
  storage.removeItem(attemptKey);
}

/**
 * One key for one wish, kept over a reload: asked again after an answer was lost, the server makes no second deployment.
 * Another wish gets another key.
 */
export function idempotencyKey(storage: Pick<Storage, 'getItem' | 'setItem'>, body: CreateDeployment): string {
  const wish = JSON.stringify(body);
  const [key = '', ...rest] = (storage.getItem(attemptKey) ?? '').split(' ');
  if (rest.join(' ') === wish) return key;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  storage.setItem(attemptKey, `${fresh} ${wish}`);
  return fresh;
}

function withNumbers(draft: WizardDraft): WizardDraft {
  const { rollout } = draft.settings;
  const percentage = typeof rollout.percentage === 'number' ? rollout.percentage : 100;
  return { ...draft, settings: { ...draft.settings, rollout: { ...rollout, percentage } } };
}
