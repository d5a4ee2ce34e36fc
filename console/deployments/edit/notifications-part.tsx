import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { ChipList } from '../settings/chip-list.tsx';
import { NotYet } from '../settings/not-yet.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';

/** Who is told how a session went. */
export function NotificationsPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { recap } = form.settings.notifications;
  return (
    <SettingsPart form={form} fields={['notifications']}>
      <Card title="Recap email" description="At the end of a session: who it was, how it went, and a summary.">
        <div className="grid gap-4">
          <NotYet>Nothing sends mail yet. What you set here is kept until it does.</NotYet>
          <ChipList
            label="To"
            isOptional
            hint="Without an address, no recap is sent."
            items={recap?.to ?? []}
            problem={form.problemAt('notifications.recap.to')}
            input={{ placeholder: 'ada@example.com', inputMode: 'email' }}
            onChange={(to) => form.change({ notifications: { recap: to.length > 0 ? { ...recap, to } : undefined } })}
          />
          {recap && (
            <Field
              label="Send only when"
              isOptional
              hint="In words; decided for each session once a model is there. Without it, every recap is sent."
              error={form.problemAt('notifications.recap.sendWhen')}
            >
              <Textarea
                rows={2}
                maxLength={2000}
                placeholder="The visitor asked for a quote."
                value={recap.sendWhen ?? ''}
                onChange={(event) =>
                  form.change({ notifications: { recap: { ...recap, sendWhen: event.target.value || undefined } } })
                }
              />
            </Field>
          )}
        </div>
      </Card>
    </SettingsPart>
  );
}
