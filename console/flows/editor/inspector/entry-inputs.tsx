import type { ComponentProps } from 'react';
import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { listIn, textIn } from '../graph/read-data.ts';
import { useNodeField, useNodeForm } from './node-form-context.ts';

export interface EntryTextProps extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> {
  path: string;
  label: string;
  /** What is emptied is taken away. */
  isOptional?: boolean;
}

/** One line of text in an entry of a list, where the list is labelled and the line only for screen readers. */
export function EntryText({ path, label, isOptional = false, placeholder = label, ...rest }: EntryTextProps) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(path);
  return (
    <Input
      {...rest}
      {...mark}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      placeholder={placeholder}
      readOnly={isReadOnly}
      value={textIn(value)}
      onChange={({ target }) => change(isOptional && target.value === '' ? undefined : target.value)}
    />
  );
}

/** Several texts in an entry of a list, one a line. */
export function EntryLines({ path, label, isOptional = false }: Pick<EntryTextProps, 'path' | 'label' | 'isOptional'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(path);
  const none = isOptional ? undefined : [];
  return (
    <Textarea
      {...mark}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      placeholder={label}
      readOnly={isReadOnly}
      value={listIn(value).map(textIn).join('\n')}
      onChange={({ target }) => change(target.value === '' ? none : target.value.split('\n'))}
    />
  );
}

/** What is wrong with an entry: the first problem of the fields it shows, or of the entry as a whole. */
export function EntryProblem({ path, fields }: { path: string; fields: readonly string[] }) {
  const { problems } = useNodeForm();
  const shown = [path, ...fields.map((field) => `${path}.${field}`)];
  const problem = shown.flatMap((each) => problems.find(({ field }) => field === each) ?? [])[0];
  return problem ? <FieldError>{problem.message}</FieldError> : null;
}
