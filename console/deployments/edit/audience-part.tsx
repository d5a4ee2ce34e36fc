import type { DeploymentReply } from '../../../contract/deployments.ts';
import { PartHeading } from '../../ui/part-heading.tsx';
import { AudienceBuilder } from '../audience/audience-builder.tsx';
import { PreviewNote } from '../rollout/preview-note.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';

/** Who may be served: the first stage of the rollout. */
export function AudiencePart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  return (
    <SettingsPart form={form} fields={['audience']}>
      <PartHeading title="Audience">
        Whoever fits at least one group may be served; inside a group every rule must hold. Checked each time a visitor
        arrives, never for a session that runs.
      </PartHeading>
      <AudienceBuilder draft={form} platform={deployment.platform.kind} />
      <PreviewNote deploymentId={deployment.id} draft={form} />
    </SettingsPart>
  );
}
