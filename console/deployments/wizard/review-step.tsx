import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { audienceInWords } from '../audience/audience-in-words.ts';
import { platformWords } from '../platform-words.ts';
import { criterionInWords, sourcesInWords, versionPolicyInWords } from '../settings/setting-words.ts';
import { SourceGapWarning } from '../sources/source-gap-warning.tsx';
import { useSubjectName } from '../use-subject-name.ts';
import type { Wizard } from './use-wizard.ts';
import { type WizardStep, wizardSteps } from './wizard-draft.ts';

/** Everything that was chosen, once more, and whether it begins at once. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const { draft, settings } = wizard;
  const subjectName = useSubjectName(draft.subject);
  const isTwin = draft.subject.kind === 'twin';
  const { criteria, goal } = settings.behavior;
  const judged = criteria.length > 0 ? `Judged by: ${criteria.map(criterionInWords).join(' and ')}` : 'I judge myself';
  const [platform, flow, audience, behavior] = wizardSteps;
  return (
    <div className="grid gap-6">
      <dl className="grid divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
        <Row label="Platform" step={platform} wizard={wizard}>
          {platformWords[draft.platform].label}
        </Row>
        <Row label={isTwin ? 'Twin' : 'Flow'} step={flow} wizard={wizard}>
          {subjectName}, {versionPolicyInWords(settings.versionPolicy).toLowerCase()}
        </Row>
        {isTwin && (
          <Row label="Sources" step={flow} wizard={wizard}>
            {sourcesInWords(settings.sources)}
          </Row>
        )}
        <Row label="Name" step={flow} wizard={wizard}>
          {settings.name}
        </Row>
        <Row label="Audience" step={audience} wizard={wizard}>
          {audienceInWords(settings.audience)}, {settings.rollout.percentage.toLocaleString()} %
        </Row>
        <Row label="Goal" step={behavior} wizard={wizard}>
          {goal && <span className="block">{goal}</span>}
          {judged}
        </Row>
      </dl>
      {isTwin && <SourceGapWarning accesses={settings.sources} onChoose={() => wizard.goTo(flow)} />}
      <ChoiceCards
        label="When does it begin?"
        value={settings.status}
        problem={wizard.problemAt('status')}
        onChange={(status) => wizard.change({ status })}
        choices={[
          { value: 'active', label: 'At once', description: 'The next visitor who fits is served.' },
          { value: 'inactive', label: 'Later', description: 'It serves nobody until somebody activates it.' },
        ]}
      />
    </div>
  );
}

function Row(props: { label: string; step: WizardStep; wizard: Wizard; children: React.ReactNode }) {
  return (
    <div className="flex items-start gap-4 px-4 py-3">
      <dt className="w-20 shrink-0 pt-0.5 text-[0.8125rem] text-faint">{props.label}</dt>
      <dd className="min-w-0 flex-1 break-words">{props.children}</dd>
      <dd>
        <Button
          look="quiet"
          size="small"
          aria-label={`Change: ${props.label}`}
          onClick={() => props.wizard.goTo(props.step)}
        >
          Change
        </Button>
      </dd>
    </div>
  );
}
