import { useInfiniteQuery } from '@tanstack/react-query';
import { format } from 'date-fns';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import type { VersionSummary } from '../../../contract/subjects.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { subjectVersionsQuery } from '../subject-versions-query.ts';
import { NotYet } from './not-yet.tsx';
import type { SettingsDraft } from './use-settings-form.ts';

/** The newest published version, whichever that is, or one that stays until somebody changes it. */
export function VersionPolicyInput(props: { draft: SettingsDraft; subject: DeploymentReply['subject'] }) {
  const { draft, subject } = props;
  const versions = useInfiniteQuery(subjectVersionsQuery(subject));
  const { versionPolicy } = draft.settings;
  const newest = versions.data?.[0]?.number;
  if (versions.isPending) return <SkeletonLines lines={2} />;
  if (versions.isError) return <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />;
  return (
    <div className="grid gap-3">
      {newest === undefined && (
        <NotYet>
          This {subject.kind} has no published version yet. Until it has one, visitors are served nothing.
        </NotYet>
      )}
      <ChoiceCards
        label="Which version"
        isLabelHidden
        value={versionPolicy.kind}
        problem={draft.problemAt('versionPolicy')}
        onChange={(kind) =>
          draft.change({ versionPolicy: kind === 'latest' ? { kind } : { kind, number: newest ?? 1 } })
        }
        choices={[
          {
            value: 'latest',
            label: 'The latest',
            description:
              newest === undefined
                ? 'Every version you publish reaches new sessions at once.'
                : `Version ${newest} now. Every version you publish reaches new sessions at once.`,
          },
          {
            value: 'pinned',
            label: 'A given one',
            description: 'It stays until somebody changes it, whatever is published.',
            notBecause: newest === undefined ? 'Publish a version first.' : undefined,
            more: versionPolicy.kind === 'pinned' && (
              <div className="grid gap-2">
                <Field label="Version">
                  <Select
                    value={String(versionPolicy.number)}
                    options={versionOptions(versions.data, versionPolicy.number)}
                    onChange={(event) =>
                      draft.change({ versionPolicy: { kind: 'pinned', number: Number(event.target.value) } })
                    }
                  />
                </Field>
                <ShowMore query={versions} label="Offer older versions" className="justify-self-start" />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function versionOptions(versions: readonly VersionSummary[], current: number) {
  const options = versions.map(({ number, note, createdAt }) => ({
    value: String(number),
    label: [`Version ${number}, ${format(new Date(createdAt), 'PP')}`, note].filter(Boolean).join(': '),
  }));
  const isKnown = versions.some(({ number }) => number === current);
  return isKnown ? options : [...options, { value: String(current), label: `Version ${current}` }];
}
