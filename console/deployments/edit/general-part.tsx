import { Link } from '@tanstack/react-router';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { platformWords } from '../platform-words.ts';
import { ChipList } from '../settings/chip-list.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { useSubjectName } from '../use-subject-name.ts';
import { ApiCard } from './api-card.tsx';
import { LinksCard } from './links-card.tsx';

/** What it is called, what it runs, and where visitors find it. */
export function GeneralPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { name, appearance } = form.settings;
  const isWeb = deployment.platform.kind === 'web';
  return (
    <SettingsPart form={form} fields={['name', 'appearance.title', 'appearance.allowedDomains']}>
      <Card title="General">
        <div className="grid gap-4">
          <Field label="Name" hint="For members; visitors see the title." error={form.problemAt('name')}>
            <Input
              maxLength={200}
              autoComplete="off"
              value={name}
              onChange={(event) => form.change({ name: event.target.value })}
            />
          </Field>
          {isWeb && (
            <Field
              label="Title for visitors"
              isOptional
              hint="Stands above the conversation. Without one, the name does."
              error={form.problemAt('appearance.title')}
            >
              <Input
                maxLength={200}
                autoComplete="off"
                placeholder={name}
                value={appearance.title ?? ''}
                onChange={(event) =>
                  form.change({ appearance: { ...appearance, title: event.target.value || undefined } })
                }
              />
            </Field>
          )}
          <Fixed deployment={deployment} />
        </div>
      </Card>
      {deployment.platform.kind === 'api' && <ApiCard deployment={deployment} />}
      {isWeb && (
        <LinksCard deployment={deployment}>
          <ChipList
            label="Sites that may embed it"
            isOptional
            hint="Origins such as https://example.com or https://*.example.com. Without any, every site may."
            items={appearance.allowedDomains ?? []}
            problem={form.problemAt('appearance.allowedDomains')}
            input={{ placeholder: 'https://example.com', inputMode: 'url' }}
            onChange={(sites) =>
              form.change({ appearance: { ...appearance, allowedDomains: sites.length > 0 ? sites : undefined } })
            }
          />
        </LinksCard>
      )}
    </SettingsPart>
  );
}

/** What was decided when the deployment was made. */
function Fixed({ deployment: { subject, platform } }: { deployment: DeploymentReply }) {
  const subjectName = useSubjectName(subject);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <div>
        <dt className="text-faint text-xs">Platform</dt>
        <dd>{platformWords[platform.kind].label}</dd>
      </div>
      <div className="min-w-0">
        <dt className="text-faint text-xs">{subject.kind === 'flow' ? 'Flow' : 'Twin'}</dt>
        <dd className="truncate">
          {subject.kind === 'flow' ? (
            <Link to="/flows/$flowId" params={{ flowId: subject.id }} className="text-accent-text hover:underline">
              {subjectName}
            </Link>
          ) : (
            <Link to="/twins/$twinId" params={{ twinId: subject.id }} className="text-accent-text hover:underline">
              {subjectName}
            </Link>
          )}
        </dd>
      </div>
    </dl>
  );
}
