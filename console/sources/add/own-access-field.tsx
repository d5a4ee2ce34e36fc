import type { ComponentProps } from 'react';
import type { SourceSummary } from '../../../contract/sources.ts';
import { accessWords } from '../../deployments/sources/access-words.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

export type OwnAccess = NonNullable<SourceSummary['personAccess']>;

/** What the server takes where nothing is said. */
export const ownAccessAtFirst = 'internal' as OwnAccess;

export const ownAccesses = (['internal', 'mentioned'] as const satisfies OwnAccess[]).map((access) => ({
  value: access,
  label: accessWords[access].label,
}));

/** What a twin may do with a person's own source, in talks with that person. */
export function OwnAccessField({ error, ...select }: { error?: string | undefined } & ComponentProps<'select'>) {
  return (
    <Field
      label="In talks with this person"
      hint="Mentioned: answers quote, name and cite it. Internal: a model may know it and never says so; the built-in brain leaves it alone."
      error={error}
    >
      <Select {...select} options={ownAccesses} />
    </Field>
  );
}
