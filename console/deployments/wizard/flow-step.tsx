import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import type { FlowSummary } from '../../../contract/flows.ts';
import { flowsQuery } from '../../flows/flow-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { VersionPolicyInput } from '../settings/version-policy-input.tsx';
import type { Wizard } from './use-wizard.ts';

/** What visitors meet, in which version, and how the deployment is called. */
export function FlowStep({ wizard }: { wizard: Wizard }) {
  const flows = useInfiniteQuery(flowsQuery);
  const { draft } = wizard;
  if (flows.isPending) return <SkeletonLines lines={3} />;
  if (flows.isError) return <ProblemNote error={flows.error} onRetry={() => void flows.refetch()} />;
  if (flows.data.length === 0) return <NoFlows />;
  return (
    <div className="grid gap-5">
      <Field label="Flow" error={wizard.problemAt('subject')}>
        <Select
          value={draft.flowId}
          options={[{ value: '', label: 'Choose a flow' }, ...flows.data.map(flowOption)]}
          onChange={(event) => choose(wizard, flows.data, event.target.value)}
        />
      </Field>
      {flows.hasNextPage && (
        <Button size="small" className="justify-self-start" onClick={() => void flows.fetchNextPage()}>
          Offer older flows
        </Button>
      )}
      {draft.flowId !== '' && <VersionPolicyInput key={draft.flowId} draft={wizard} flowId={draft.flowId} />}
      <Field
        label="Name"
        hint="What members call this deployment; visitors see it as the title until you give one."
        error={wizard.problemAt('name')}
      >
        <Input
          maxLength={200}
          autoComplete="off"
          placeholder="Front page"
          value={wizard.settings.name}
          onChange={(event) => wizard.change({ name: event.target.value })}
        />
      </Field>
    </div>
  );
}

function flowOption({ id, name, newestVersion }: FlowSummary) {
  return {
    value: id,
    label: newestVersion === null ? `${name} (nothing published)` : `${name} (version ${newestVersion})`,
  };
}

/** Another flow has other versions, and lends its name to a deployment that has none of its own. */
function choose(wizard: Wizard, flows: readonly FlowSummary[], flowId: string): void {
  const nameOf = (id: string) => flows.find((flow) => flow.id === id)?.name ?? '';
  const { settings } = wizard;
  const isOwnName = settings.name !== '' && settings.name !== nameOf(wizard.draft.flowId);
  wizard.changeDraft({
    flowId,
    settings: {
      ...settings,
      name: isOwnName ? settings.name : nameOf(flowId),
      versionPolicy: { kind: 'latest' },
      behavior: {
        ...settings.behavior,
        criteria: settings.behavior.criteria.filter(({ kind }) => kind === 'emailCollected'),
      },
    },
  });
}

function NoFlows() {
  return (
    <EmptyState
      icon={Workflow}
      title="There is no flow yet"
      action={
        <Button asChild>
          <Link to="/flows">See the flows</Link>
        </Button>
      }
    >
      A deployment needs a conversation to run. Make a flow and publish it first; what you chose here is kept.
    </EmptyState>
  );
}
