import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { VersionPolicyInput } from '../settings/version-policy-input.tsx';

/** Which version a new session begins on. */
export function VersionPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  return (
    <SettingsPart form={form} fields={['versionPolicy']}>
      <Card title="Version" description="For new sessions. A running session stays on the version it began with.">
        <VersionPolicyInput draft={form} subject={deployment.subject} />
      </Card>
    </SettingsPart>
  );
}
