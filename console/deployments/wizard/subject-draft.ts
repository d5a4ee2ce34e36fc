import type { DeploymentSubject, WizardDraft } from './wizard-draft.ts';

/**
 * The draft with something else to serve: that has other versions and other steps to judge by, and lends its name to a
 * deployment that has none of its own.
 */
export function subjectDraft(
  { settings, subject: before }: WizardDraft,
  subject: DeploymentSubject,
  known: readonly { readonly id: string; readonly name: string }[],
): Pick<WizardDraft, 'subject' | 'settings'> {
  const nameOf = (id: string) => known.find((each) => each.id === id)?.name ?? '';
  const isOwnName = settings.name !== '' && settings.name !== nameOf(before.id);
  return {
    subject,
    settings: {
      ...settings,
      name: isOwnName ? settings.name : nameOf(subject.id),
      versionPolicy: { kind: 'latest' },
      behavior: {
        ...settings.behavior,
        criteria: settings.behavior.criteria.filter(({ kind }) => kind === 'emailCollected'),
      },
    },
  };
}
