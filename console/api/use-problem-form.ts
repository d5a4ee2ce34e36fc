import type { BaseSyntheticEvent } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { ProblemError } from '../../contract/client.ts';
import { messageOf, problemSentence } from './problem-message.ts';

export interface ProblemForm<Values extends FieldValues> extends UseFormReturn<Values> {
  /** For `<form onSubmit>`: keeps what was typed when the server refuses, and shows its problems at their fields. */
  readonly onSubmit: (event?: BaseSyntheticEvent) => void;
  readonly isBusy: boolean;
  /** What is wrong with a field, for `<Field error>`. */
  readonly errorOf: (field: FieldPath<Values>) => string | undefined;
  /** What is wrong with none of the fields in particular. */
  readonly problem: string | undefined;
}

/** A form whose problems are the server's: `send` rejects with them, and each one stands at its field. */
export function useProblemForm<Values extends FieldValues>(options: {
  readonly defaultValues: DefaultValues<Values>;
  readonly send: (values: Values) => Promise<unknown>;
}): ProblemForm<Values> {
  const form = useForm<Values>({ defaultValues: options.defaultValues });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await options.send(values);
    } catch (error) {
      placeProblems(form, error);
    }
  });
  return {
    ...form,
    onSubmit: (event) => void submit(event),
    isBusy: isSubmitting,
    errorOf: (field) => form.getFieldState(field, form.formState).error?.message,
    problem: errors.root?.message,
  };
}

/** Each problem goes to the field it names, where the form has it, and to the form as a whole otherwise. */
function placeProblems<Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown): void {
  const problems = (error instanceof ProblemError && error.problem.problems) || [];
  const fields = problems.filter(({ field }) => field !== '' && get(form.getValues(), field) !== undefined);
  for (const { field, message } of fields) {
    form.setError(field as FieldPath<Values>, { message: problemSentence(message) }, { shouldFocus: true });
  }
  if (fields.length === 0) form.setError('root', { message: messageOf(error) });
}
