import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeploymentListItem } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { deploymentsQuery } from '../../deployments/deployment-queries.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { changesFrom, type TriedAs, type TriedSettings } from './tried-as.ts';

export interface TryingAs {
  readonly as: TriedAs;
  /** In words. */
  readonly label: string;
  /** Where the twin may be met: deployments of its own, and of flows, whose steps may hand over to it. */
  readonly options: readonly SelectOption[];
  readonly settings: TriedSettings;
  readonly isChanged: boolean;
  choose(deploymentId: string): void;
  change(part: Partial<TriedSettings>): void;
  /** Takes back what is set otherwise. */
  reset(): void;
}

export interface TryingProps {
  trying: TryingAs;
  /** What is wrong with a field of the question, as a sentence. */
  problemAt: (field: string) => string | undefined;
}

/** As what a twin is tried: with all sources, or as a deployment has it, and what is set otherwise. */
export function useTriedAs(twinId: string, onChange: () => void): TryingAs {
  const deployments = useReachableDeployments(twinId);
  const [deploymentId, setDeploymentId] = useState('');
  const [changes, setChanges] = useState<Partial<TriedSettings>>({});
  const deployment = deployments.find(({ id }) => id === deploymentId);
  const base = deployment ? settingsOf(deployment) : nothingSet;
  const isChanged = Object.keys(changes).length > 0;
  const name = deployment?.name ?? allSources;
  function set(next: Partial<TriedSettings>) {
    setChanges(next);
    onChange();
  }
  return {
    as: { ...(deployment && { deploymentId: deployment.id }), ...changes },
    label: isChanged ? `${name}, changed` : name,
    options: [{ value: '', label: allSources }, ...deployments.map(optionOf)],
    settings: { ...base, ...changes },
    isChanged,
    choose(id) {
      setDeploymentId(id);
      set({});
    },
    change: (part) => set(changesFrom(base, { ...base, ...changes, ...part })),
    reset: () => set({}),
  };
}

const nothingSet: TriedSettings = { goal: '', instructions: '', languages: ['en'] };
const allSources = 'All sources, mentioned';

function settingsOf({ behavior: { goal, instructions, languages }, sources }: DeploymentListItem): TriedSettings {
  return { goal, instructions, languages, sources };
}

function optionOf({ id, name, subject, status }: DeploymentListItem): SelectOption {
  const notes = [subject.kind === 'flow' && 'flow', status === 'inactive' && 'inactive'].filter(Boolean);
  return { value: id, label: notes.length === 0 ? name : `${name} (${notes.join(', ')})` };
}

function useReachableDeployments(twinId: string): readonly DeploymentListItem[] {
  const canRead = useCan('deployments:read');
  const query = useInfiniteQuery({ ...deploymentsQuery, enabled: canRead });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const all = query.data ?? [];
  return [
    ...all.filter(({ subject }) => subject.kind === 'twin' && subject.id === twinId),
    ...all.filter(({ subject }) => subject.kind === 'flow'),
  ];
}
