import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { SourceAccessInput } from '../sources/source-access-input.tsx';

/** What a twin may draw on here. */
export function SourcesPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  return (
    <SettingsPart form={form} fields={['sources']}>
      <Card
        title="Sources"
        description={
          deployment.subject.kind === 'twin'
            ? 'What the twin may draw on here. To take a source away acts at once, in running sessions too.'
            : 'What the twins of this flow may draw on here. To take a source away acts at once, in running sessions too.'
        }
      >
        <SourceAccessInput draft={form} />
      </Card>
    </SettingsPart>
  );
}
