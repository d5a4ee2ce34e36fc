import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyFailed } from '../ui/notify.ts';
import { messageOf } from './problem-message.ts';

export interface ActionOptions<Input, Reply> {
  readonly run: (input: Input) => Promise<Reply>;
  /** Lists and things that look different afterwards: every query whose key begins so is asked again. */
  readonly refresh?: readonly QueryKey[];
  readonly onDone?: (reply: Reply, input: Input) => void;
  /** What did not work, for a toast with the reason; leave it out where a form or a dialog shows the reason itself. */
  readonly failure?: string;
}

/** Something the person does that changes the server. */
export function useAction<Input = void, Reply = unknown>(
  options: ActionOptions<Input, Reply>,
): UseMutationResult<Reply, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: options.run,
    async onSuccess(reply, input) {
      options.onDone?.(reply, input);
      await Promise.all((options.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError(error) {
      if (options.failure) notifyFailed(options.failure, messageOf(error));
    },
  });
}
