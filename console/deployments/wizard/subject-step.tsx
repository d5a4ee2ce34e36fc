import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Brain, Workflow } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SubjectSummary } from '../../../contract/subjects.ts';
import { flowsQuery } from '../../flows/flow-queries.ts';
import { twinsQuery } from '../../twins/twin-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { PartHeading } from '../../ui/part-heading.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { VersionPolicyInput } from '../settings/version-policy-input.tsx';
import { SourceAccessInput } from '../sources/source-access-input.tsx';
import { SourceGapWarning } from '../sources/source-gap-warning.tsx';
import { subjectDraft } from './subject-draft.ts';
import { SubjectKindChoice } from './subject-kind-choice.tsx';
import type { Wizard } from './use-wizard.ts';

/** What visitors meet, in which version, and how the deployment is called. */
export function SubjectStep({ wizard }: { wizard: Wizard }) {
  const flows = useInfiniteQuery(flowsQuery());
  const twins = useInfiniteQuery(twinsQuery());
  const { subject } = wizard.draft;
  const { kind } = subject;
  const candidates = kind === 'flow' ? flows : twins;
  useLentName(wizard, candidates.data ?? []);
  const choose = (next: typeof subject) =>
    wizard.changeDraft(subjectDraft(wizard.draft, next, [...(flows.data ?? []), ...(twins.data ?? [])]));
  return (
    <div className="grid gap-5">
      <SubjectKindChoice value={kind} onChange={(next) => choose({ kind: next, id: '' })} />
      {candidates.isPending && <SkeletonLines lines={3} />}
      {candidates.isError && <ProblemNote error={candidates.error} onRetry={() => void candidates.refetch()} />}
      {candidates.data?.length === 0 && <NoSubjects kind={kind} />}
      {candidates.data && candidates.data.length > 0 && (
        <>
          <Field label={kind === 'flow' ? 'Flow' : 'Twin'} error={wizard.problemAt('subject')}>
            <Select
              value={subject.id}
              options={[{ value: '', label: `Choose a ${kind}` }, ...candidates.data.map(optionOf)]}
              onChange={(event) => choose({ kind, id: event.target.value })}
            />
          </Field>
          <ShowMore query={candidates} label={`Offer older ${kind}s`} className="justify-self-start" />
          {subject.id !== '' && <VersionPolicyInput key={subject.id} draft={wizard} subject={subject} />}
          {subject.id !== '' && kind === 'twin' && <TwinSources wizard={wizard} />}
          <NameField wizard={wizard} />
        </>
      )}
    </div>
  );
}

/** What the page was opened for lends its name, too, once it is known. */
function useLentName(wizard: Wizard, known: readonly SubjectSummary[]): void {
  const latest = useRef(wizard);
  latest.current = wizard;
  const name = known.find(({ id }) => id === wizard.draft.subject.id)?.name ?? '';
  useEffect(() => {
    if (name !== '' && latest.current.settings.name === '') latest.current.change({ name });
  }, [name]);
}

function optionOf({ id, name, newestVersion }: SubjectSummary) {
  return {
    value: id,
    label: newestVersion === null ? `${name} (nothing published)` : `${name} (version ${newestVersion})`,
  };
}

function NameField({ wizard }: { wizard: Wizard }) {
  return (
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
  );
}

function TwinSources({ wizard }: { wizard: Wizard }) {
  return (
    <section className="grid gap-3">
      <PartHeading title="What may it answer from?">
        A source that is not named here stays unavailable, those you add later too.
      </PartHeading>
      <SourceGapWarning accesses={wizard.settings.sources} />
      <SourceAccessInput draft={wizard} />
    </section>
  );
}

function NoSubjects({ kind }: { kind: 'flow' | 'twin' }) {
  return kind === 'flow' ? (
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
  ) : (
    <EmptyState
      icon={Brain}
      title="There is no twin yet"
      action={
        <Button asChild>
          <Link to="/twins">See the twins</Link>
        </Button>
      }
    >
      Make a twin and publish it first; what you chose here is kept.
    </EmptyState>
  );
}
