import { Sparkles, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { notifyDone } from '../ui/notify.ts';

/** The first screen of an empty workspace: what this is, the one action, and the demo. */
export function WelcomeToFlows({ newFlow }: { newFlow: ReactNode }) {
  const addDemo = useAction({
    run: () => api.call(workspaceEndpoints.addDemo),
    refresh: [['flows'], ['twins'], ['sources'], ['deployments']],
    failure: 'The demo was not added',
    onDone: ({ flows }) =>
      notifyDone(`${flows} flows and a twin added`, {
        description: 'Each is published and deployed. Delete them whenever you like.',
      }),
  });
  return (
    <EmptyState
      isFramed
      icon={Workflow}
      title="Build your first conversation"
      action={
        newFlow && (
          <>
            {newFlow}
            <Button isBusy={addDemo.isPending} onClick={() => addDemo.mutate()}>
              <Sparkles aria-hidden />
              Add the demo
            </Button>
          </>
        )
      }
    >
      Draw it as a flow, publish it as a version, and deploy it to as many of the right people as you like. Parley runs
      the sessions and judges each one against your goal.
    </EmptyState>
  );
}
