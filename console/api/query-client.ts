import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../contract/client.ts';
import { isProblem } from './problem-message.ts';

const freshForMs = 10_000;
const retries = 2;

export interface QueryClientOptions {
  /** A question was refused because nobody is signed in any more. */
  readonly onSignedOut: () => Promise<void>;
}

export function makeQueryClient({ onSignedOut }: QueryClientOptions): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        // Who is signed in is the shell's own question, and so is what follows from its answer.
        if (isProblem(error, 'unauthenticated') && query.queryKey[0] !== 'workspace') void onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: freshForMs, retry: mayHelp },
      // What a person does is tried once: they see what came of it, and decide.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** A refusal stays one; a failure may pass. */
function mayHelp(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof ProblemError && error.problem.status < 500;
  return !isRefusal && failures < retries;
}
