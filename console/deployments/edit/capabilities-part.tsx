import { Plus } from 'lucide-react';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { type SettingsForm, useSettingsForm } from '../settings/use-settings-form.ts';

type Action = DeploymentSettings['capabilities']['callsToAction'][number];

/** What a twin may offer besides words. */
export function CapabilitiesPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { capabilities } = form.settings;
  const { collectEmail, callsToAction: actions } = capabilities;
  const change = (callsToAction: Action[]) => form.change({ capabilities: { ...capabilities, callsToAction } });
  return (
    <SettingsPart form={form} fields={['capabilities']}>
      <p className="max-w-prose text-soft">
        For twins, on their own or as a step of a flow. A flow’s other steps collect emails and show actions by
        themselves.
      </p>
      <Card title="Email">
        <div className="flex items-center gap-3">
          <Switch
            aria-label="A twin may ask for an email address"
            checked={collectEmail}
            onCheckedChange={(isOn) => form.change({ capabilities: { ...capabilities, collectEmail: isOn } })}
          />
          <span aria-hidden>A twin may ask for an email address, by a form</span>
        </div>
      </Card>
      <Card title="Calls to action" description="Cards with a button, which a twin may show.">
        <div className="grid gap-5">
          {actions.map((action, index) => (
            <ActionFields
              key={action.id}
              form={form}
              action={action}
              at={`capabilities.callsToAction.${index}`}
              onChange={(next) => change(actions.with(index, next))}
              onRemove={() => change(actions.toSpliced(index, 1))}
            />
          ))}
          <Button
            size="small"
            className="justify-self-start"
            onClick={() => change([...actions, { id: freeId(actions), label: '', url: '' }])}
          >
            <Plus aria-hidden />
            Add a card
          </Button>
        </div>
      </Card>
    </SettingsPart>
  );
}

function ActionFields(props: {
  form: SettingsForm;
  action: Action;
  at: string;
  onChange: (action: Action) => void;
  onRemove: () => void;
}) {
  const { form, action, at, onChange, onRemove } = props;
  return (
    <fieldset className="grid gap-3 border-line border-l-2 pl-4">
      <legend className="sr-only">{action.label || 'New card'}</legend>
      <Field label="Label of the button" error={form.problemAt(`${at}.label`)}>
        <Input
          maxLength={200}
          value={action.label}
          onChange={(event) => onChange({ ...action, label: event.target.value })}
        />
      </Field>
      <Field label="Address" error={form.problemAt(`${at}.url`)}>
        <Input
          type="url"
          placeholder="https://example.com/book"
          value={action.url}
          onChange={(event) => onChange({ ...action, url: event.target.value })}
        />
      </Field>
      <Field label="Description" isOptional error={form.problemAt(`${at}.description`)}>
        <Textarea
          rows={2}
          value={action.description ?? ''}
          onChange={(event) => onChange({ ...action, description: event.target.value || undefined })}
        />
      </Field>
      <Field label="May be shown when" isOptional error={form.problemAt(`${at}.condition`)}>
        <Textarea
          rows={2}
          value={action.condition ?? ''}
          onChange={(event) => onChange({ ...action, condition: event.target.value || undefined })}
        />
      </Field>
      <Button look="dangerQuiet" size="small" className="justify-self-start" onClick={onRemove}>
        Remove this card
      </Button>
    </fieldset>
  );
}

function freeId(actions: readonly Action[]): string {
  let number = actions.length + 1;
  while (actions.some(({ id }) => id === `action-${number}`)) number += 1;
  return `action-${number}`;
}
