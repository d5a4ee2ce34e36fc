import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { SourceAccessInput } from '../sources/source-access-input.tsx';
import { SourceGapWarning } from '../sources/source-gap-warning.tsx';

/** What a twin may draw on here. */
export function SourcesPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const isTwin = deployment.subject.kind === 'twin';
  return (
    <SettingsPart form={form} fields={['sources']}>
      <Card
        title="Sources"
        description={
          isTwin
            ? 'What the twin may draw on here. To take a source away acts at once, in running sessions too.'
            : 'What the twins of this flow may draw on here. To take a source away acts at once, in running sessions too.'
        }
      >
        <div className="grid gap-3">
          {isTwin && <SourceGapWarning accesses={form.settings.sources} />}
          <SourceAccessInput draft={form} />
        </div>
      </Card>
    </SettingsPart>
  );
}
