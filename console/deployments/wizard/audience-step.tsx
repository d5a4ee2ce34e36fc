import { PartHeading } from '../../ui/part-heading.tsx';
import { AudienceBuilder } from '../audience/audience-builder.tsx';
import { PercentageInput } from '../rollout/percentage-input.tsx';
import type { Wizard } from './use-wizard.ts';

/** Who is meant, and which share of them is served. */
export function AudienceStep({ wizard }: { wizard: Wizard }) {
  return (
    <div className="grid gap-8">
      <section className="grid gap-4">
        <PartHeading title="Who may be served?">
          Whoever fits at least one group; inside a group every rule must hold.
        </PartHeading>
        <AudienceBuilder draft={wizard} platform={wizard.draft.platform} />
      </section>
      <section className="grid gap-4">
        <PartHeading title="Which share of them?">
          A random share, the same people each time. Once there are visitors, the deployment’s page shows what a change
          would mean for them.
        </PartHeading>
        <PercentageInput draft={wizard} />
      </section>
    </div>
  );
}
