import { useQuery } from '@tanstack/react-query';
import type { AccessBySource } from '../../../core/twin/source-access.ts';
import { modelsQuery } from '../../models/model-queries.ts';
import { type SourceGap, sourceGap } from './source-gap.ts';
import { useEverySource } from './use-every-source.ts';

/** Why a twin has nothing to answer from, null while it has something or that is being read; or what kept that from being known. */
export type GapCheck =
  | { readonly kind: 'known'; readonly gap: SourceGap | null }
  | { readonly kind: 'unknown'; readonly of: 'sources' | 'models'; readonly retry: () => void };

export function useSourceGap(accesses: AccessBySource): GapCheck {
  const { sources, error, refetch } = useEverySource();
  const gap = sources ? sourceGap(accesses, sources) : null;
  const models = useQuery({ ...modelsQuery, enabled: gap === 'onlyInternal' });
  if (!sources && error) return { kind: 'unknown', of: 'sources', retry: () => void refetch() };
  if (gap !== 'onlyInternal') return { kind: 'known', gap };
  if (models.data) {
    const { first, second, fromEnvironment } = models.data;
    const hasModel = (first ?? second ?? fromEnvironment) !== null;
    return { kind: 'known', gap: hasModel ? null : gap };
  }
  if (models.isError) return { kind: 'unknown', of: 'models', retry: () => void models.refetch() };
  return { kind: 'known', gap: null };
}
