import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { DurationInput } from '../settings/duration-input.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';

const rows = [
  {
    field: 'chatMs',
    label: 'A chat ends after',
    hint: 'Without a word from the visitor; 1 minute to 24 hours.',
  },
  {
    field: 'callMs',
    label: 'A call ends after',
    hint: 'For audio and video, which are not available yet; 1 minute to 24 hours.',
  },
  {
    field: 'visitMs',
    label: 'A draw is kept for',
    hint: 'How long a visitor keeps the draw of the first visit, served or not; 1 minute to 30 days.',
  },
] as const;

/** When a session ends by itself, and how long a visit lasts. */
export function TimeoutsPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { timeouts } = form.settings;
  return (
    <SettingsPart form={form} fields={['timeouts']}>
      <Card title="Sessions" description="Running sessions keep the times they began under.">
        <div className="grid gap-5">
          {rows.map(({ field, label, hint }) => (
            <DurationInput
              key={field}
              label={label}
              hint={hint}
              valueMs={timeouts[field]}
              problem={form.problemAt(`timeouts.${field}`)}
              onChange={(valueMs) => form.change({ timeouts: { ...timeouts, [field]: valueMs } })}
            />
          ))}
        </div>
      </Card>
    </SettingsPart>
  );
}
