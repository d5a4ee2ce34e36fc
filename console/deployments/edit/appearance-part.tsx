import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { ColourInput } from '../settings/colour-input.tsx';
import { NotYet } from '../settings/not-yet.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { AppearancePreview } from './appearance-preview.tsx';

type Appearance = DeploymentSettings['appearance'];

/** How the conversation looks to visitors. */
export function AppearancePart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { appearance, name } = form.settings;
  const change = (part: Appearance) => form.change({ appearance: { ...appearance, ...part } });
  const problem = (field: keyof Appearance) => form.problemAt(`appearance.${field}`);
  return (
    <SettingsPart form={form} fields={['appearance']}>
      {deployment.platform.kind !== 'web' && (
        <NotYet>Only deployments on the web have an appearance of their own.</NotYet>
      )}
      <AppearancePreview appearance={appearance} name={name} />
      <Card title="Colours">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <ColourInput
            label="Accent"
            hint="Buttons and the visitor’s own messages. Text on it is black or white, whichever can be read."
            value={appearance.accentColor}
            standard="#3b5bdb"
            problem={problem('accentColor')}
            onChange={(accentColor) => change({ accentColor })}
          />
          <ColourInput
            label="Background"
            hint="Behind the conversation, in both themes."
            value={appearance.backgroundColor}
            standard="#f3f5f9"
            problem={problem('backgroundColor')}
            onChange={(backgroundColor) => change({ backgroundColor })}
          />
          <Field label="Theme" error={problem('theme')}>
            <Select
              value={appearance.theme ?? ''}
              options={[
                { value: '', label: 'As the visitor’s device' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              onChange={(event) => change({ theme: themes.find((theme) => theme === event.target.value) })}
            />
          </Field>
          <Field label="Launcher on other sites" error={problem('launcherPosition')}>
            <Select
              value={appearance.launcherPosition ?? 'bottom-right'}
              options={[
                { value: 'bottom-right', label: 'Bottom right' },
                { value: 'bottom-left', label: 'Bottom left' },
              ]}
              onChange={(event) => change({ launcherPosition: positions.find((at) => at === event.target.value) })}
            />
          </Field>
        </div>
      </Card>
      <Card title="Greeting and faces">
        <div className="grid gap-4">
          <Field label="Greeting" isOptional hint="Shown before the conversation begins." error={problem('greeting')}>
            <Textarea
              rows={2}
              maxLength={2000}
              value={appearance.greeting ?? ''}
              onChange={(event) => change({ greeting: event.target.value || undefined })}
            />
          </Field>
          <Field label="Avatar" isOptional hint="Address of a picture." error={problem('avatarUrl')}>
            <Input
              type="url"
              placeholder="https://example.com/ada.png"
              value={appearance.avatarUrl ?? ''}
              onChange={(event) => change({ avatarUrl: event.target.value.trim() || undefined })}
            />
          </Field>
          <Field
            label="Video layer"
            isOptional
            hint="Address of a video; kept for calls, which are not available yet."
            error={problem('videoUrl')}
          >
            <Input
              type="url"
              value={appearance.videoUrl ?? ''}
              onChange={(event) => change({ videoUrl: event.target.value.trim() || undefined })}
            />
          </Field>
        </div>
      </Card>
    </SettingsPart>
  );
}

const themes = ['light', 'dark'] as const;
const positions = ['bottom-right', 'bottom-left'] as const;
