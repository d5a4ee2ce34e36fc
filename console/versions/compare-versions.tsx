import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DiffSide } from '../../contract/subjects.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';

export type Compared = readonly [from: DiffSide, to: DiffSide];

export interface CompareVersionsProps<Diff> {
  /** Versions to choose from, beside the draft. */
  numbers: readonly number[];
  compared: Compared;
  onCompare: (compared: Compared) => void;
  /** What differs between the two. */
  diff: UseQueryResult<Diff>;
  children: (diff: Diff) => ReactNode;
}

/** Two sides to choose, and below them what differs. */
export function CompareVersions<Diff>(props: CompareVersionsProps<Diff>) {
  const { numbers, compared, onCompare, diff, children } = props;
  const [from, to] = compared;
  const sides = [
    { value: 'draft', label: 'The draft' },
    ...numbers.map((number) => ({ value: String(number), label: `Version ${number}` })),
  ];
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field label="From">
          <Select
            options={sides}
            value={String(from)}
            onChange={(event) => onCompare([sideOf(event.target.value), to])}
          />
        </Field>
        <Field label="To">
          <Select
            options={sides}
            value={String(to)}
            onChange={(event) => onCompare([from, sideOf(event.target.value)])}
          />
        </Field>
      </div>
      {diff.isPending && <SkeletonLines lines={3} />}
      {diff.isError && <ProblemNote error={diff.error} onRetry={() => void diff.refetch()} />}
      {diff.data !== undefined && children(diff.data)}
    </div>
  );
}

function sideOf(value: string): DiffSide {
  return value === 'draft' ? 'draft' : Number(value);
}
