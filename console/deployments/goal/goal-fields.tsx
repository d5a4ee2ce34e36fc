import { Plus } from 'lucide-react';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import type { Criterion } from '../../../core/goal/goal.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { SettingsDraft } from '../settings/use-settings-form.ts';
import { CriterionRow, startOf } from './criterion-row.tsx';

/** What a successful session means: in words, and judged by exact criteria or by people. */
export function GoalFields({ draft, graph }: { draft: SettingsDraft; graph: FlowGraph | undefined }) {
  const { behavior } = draft.settings;
  const change = (criteria: Criterion[]) => draft.change({ behavior: { ...behavior, criteria } });
  return (
    <div className="grid gap-5">
      <Field
        label="Goal"
        isOptional
        hint="What a successful session means, in a sentence. Whoever judges a session reads it."
        error={draft.problemAt('behavior.goal')}
      >
        <Textarea
          rows={2}
          placeholder="The visitor has booked an appointment."
          value={behavior.goal}
          onChange={(event) => draft.change({ behavior: { ...behavior, goal: event.target.value } })}
        />
      </Field>
      <ChoiceCards
        label="Who judges whether it was reached"
        value={behavior.criteria.length > 0 ? 'exact' : 'people'}
        onChange={(choice) => change(choice === 'exact' ? [startOf('emailCollected', graph)] : [])}
        choices={[
          {
            value: 'people',
            label: 'I judge myself',
            description:
              'Each ended session offers “achieved” and “not achieved” in one click. An end step of the flow that names an outcome judges, too.',
          },
          {
            value: 'exact',
            label: 'An exact criterion',
            description: 'Judged by itself as soon as a session ends.',
            more: <Criteria draft={draft} graph={graph} onChange={change} />,
          },
        ]}
      />
    </div>
  );
}

function Criteria(props: {
  draft: SettingsDraft;
  graph: FlowGraph | undefined;
  onChange: (criteria: Criterion[]) => void;
}) {
  const { draft, graph, onChange } = props;
  const { criteria } = draft.settings.behavior;
  return (
    <div className="grid gap-3">
      {criteria.map((criterion, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no identity but their place, and keep no state
        <div key={index} className="grid gap-3">
          {index > 0 && <p className="font-medium text-faint text-xs">and</p>}
          <CriterionRow
            criterion={criterion}
            graph={graph}
            label={`Criterion ${index + 1}`}
            problem={draft.problemAt(`behavior.criteria.${index}`)}
            onChange={(next) => onChange(criteria.with(index, next))}
            onRemove={criteria.length > 1 ? () => onChange(criteria.toSpliced(index, 1)) : undefined}
          />
        </div>
      ))}
      <Button
        look="quiet"
        size="small"
        className="-ml-2 justify-self-start"
        onClick={() => onChange([...criteria, startOf('nodeReached', graph)])}
      >
        <Plus aria-hidden />
        And another criterion
      </Button>
    </div>
  );
}
