import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { GoalFields } from '../goal/goal-fields.tsx';
import { useServedGraph } from '../goal/use-served-graph.ts';
import { LanguageList } from '../settings/language-list.tsx';
import { SettingsPart } from '../settings/settings-part.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';

/** What a session is for, and in which languages it may be held. */
export function BehaviorPart({ deployment }: { deployment: DeploymentReply }) {
  const form = useSettingsForm(deployment);
  const { behavior, versionPolicy } = form.settings;
  const graph = useServedGraph(deployment.subject, versionPolicy);
  return (
    <SettingsPart form={form} fields={['behavior']}>
      <Card title="Goal" description="A running session is judged by the goal it began under.">
        <GoalFields draft={form} graph={graph} />
      </Card>
      <Card title="Languages" description="The first one is used where none fits the visitor.">
        <LanguageList
          hint="Tags such as en, de or pt-BR. A twin answers in each; a flow’s texts need a translation."
          items={behavior.languages}
          problem={form.problemAt('behavior.languages')}
          onChange={(languages) => form.change({ behavior: { ...behavior, languages } })}
        />
      </Card>
      <Card title="Instructions">
        <Field
          label="What a twin should keep to"
          isOptional
          hint="For a model; the built-in brain quotes the sources. Of a flow, its steps with a twin keep to it, and the other steps say what they say."
          error={form.problemAt('behavior.instructions')}
        >
          <Textarea
            value={behavior.instructions}
            onChange={(event) => form.change({ behavior: { ...behavior, instructions: event.target.value } })}
          />
        </Field>
      </Card>
    </SettingsPart>
  );
}
