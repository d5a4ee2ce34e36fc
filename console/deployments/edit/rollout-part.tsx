import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { PercentageInput } from '../rollout/percentage-input.tsx';
import { PreviewNote } from '../rollout/preview-note.tsx';
import { RampEditor } from '../rollout/ramp-editor.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';

/** Which share of the audience is served, now and by dated steps: the second stage of the rollout. */
export function RolloutPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  return (
    <SettingsPart form={form} fields={['rollout']}>
      <Card title="Share of the audience">
        <PercentageInput draft={form} />
      </Card>
      <PreviewNote deploymentId={deployment.id} draft={form} />
      <Card title="Scheduled ramp" description="Dated steps of the share. Each becomes a change in the history.">
        <RampEditor draft={form} />
      </Card>
    </SettingsPart>
  );
}
