import { PartHeading } from '../../ui/part-heading.tsx';
import { GoalFields } from '../goal/goal-fields.tsx';
import { useServedGraph } from '../goal/use-served-graph.ts';
import { NotYet } from '../settings/not-yet.tsx';
import type { Wizard } from './use-wizard.ts';

/** What a successful session means, and who judges it while no model does. */
export function GoalStep({ wizard }: { wizard: Wizard }) {
  const { draft, settings } = wizard;
  const graph = useServedGraph(draft.subject.id === '' ? undefined : draft.subject, settings.versionPolicy);
  return (
    <div className="grid gap-5">
      <PartHeading title="When is a session a success?" />
      <NotYet>No model judges sessions yet. Choose one exact criterion, or judge them yourself.</NotYet>
      <GoalFields draft={wizard} graph={graph} />
    </div>
  );
}
