import { Plus, X } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useWorkspace } from '../../access/workspace-queries.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { SettingsDraft } from '../settings/use-settings-form.ts';
import { asPercentage, PercentField } from './percentage-input.tsx';
import { inOrder, type RampStep } from './ramp-steps.ts';
import { instantOf, wallClockOf } from './zoned-time.ts';

const PlanRampDialog = lazyPart(() => import('./plan-ramp-dialog.tsx'), 'PlanRampDialog');
const hourMs = 60 * 60_000;

/** Dated steps of the percentage, in the workspace's time zone. Each becomes an ordinary change at its time. */
export function RampEditor({ draft }: { draft: SettingsDraft }) {
  const [isPlanning, setPlanning] = useState(false);
  const { timeZone } = useWorkspace();
  const { rollout } = draft.settings;
  const { schedule: steps = [], paused = false } = rollout;
  const change = (schedule: RampStep[]) => draft.change({ rollout: { ...rollout, schedule } });
  return (
    <div className="grid gap-3.5">
      {steps.length > 0 && (
        <div className="flex items-center gap-3">
          <Switch
            aria-label="The steps are applied at their times"
            checked={!paused}
            onCheckedChange={(isOn) => draft.change({ rollout: { ...rollout, paused: !isOn } })}
          />
          <span className="text-soft">
            {paused
              ? 'Paused: no step is applied. When resumed, the latest step that is due by then counts.'
              : 'Each step is applied at its time.'}
          </span>
        </div>
      )}
      {steps.length > 0 && (
        <ol className="grid gap-2.5">
          {steps.map((step, index) => (
            <RampRow
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place, and keep no state
              key={index}
              step={step}
              label={`Step ${index + 1}`}
              timeZone={timeZone}
              problem={draft.problemAt(`rollout.schedule.${index}`)}
              onChange={(next) => change(steps.with(index, next))}
              onRemove={() => change(steps.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {hasEqualTimes(steps) && <FieldError>Two steps cannot be at the same time.</FieldError>}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => change(inOrder([...steps, nextStep(steps, rollout.percentage)]))}>
          <Plus aria-hidden />
          Add a step
        </Button>
        <Button size="small" onClick={() => setPlanning(true)}>
          Plan an even ramp…
        </Button>
      </div>
      <p className="text-faint text-xs">Times of {timeZone.replaceAll('_', ' ')}, the workspace’s time zone.</p>
      <Suspense>
        {isPlanning && (
          <PlanRampDialog
            from={rollout.percentage}
            onClose={() => setPlanning(false)}
            onPlan={(planned) => {
              change(planned);
              setPlanning(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

function RampRow(props: {
  step: RampStep;
  label: string;
  timeZone: string;
  problem: string | undefined;
  onChange: (step: RampStep) => void;
  onRemove: () => void;
}) {
  const { step, label, timeZone, problem, onChange, onRemove } = props;
  const isDue = Date.parse(step.at) <= Date.now();
  return (
    <li className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_7.5rem_auto] items-center gap-2">
        <Input
          type="datetime-local"
          aria-label={`${label}: when`}
          aria-invalid={problem ? true : undefined}
          value={wallClockOf(step.at, timeZone)}
          onChange={(event) => {
            const at = instantOf(event.target.value, timeZone);
            if (at !== undefined) onChange({ ...step, at });
          }}
        />
        <PercentField
          aria-label={`${label}: percentage`}
          aria-invalid={problem ? true : undefined}
          value={Number.isNaN(step.percentage) ? '' : step.percentage}
          onChange={(event) => onChange({ ...step, percentage: asPercentage(event.target.value) })}
        />
        <Button look="quiet" size="icon" aria-label={`Remove ${label}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
      {isDue && (
        <span>
          <Badge tone="warn">already past: applied at once</Badge>
        </span>
      )}
      {problem && <FieldError>{problem}</FieldError>}
    </li>
  );
}

function hasEqualTimes(steps: readonly RampStep[]): boolean {
  return new Set(steps.map(({ at }) => Date.parse(at))).size < steps.length;
}

/** A day after the last step, or tomorrow, on the hour. */
function nextStep(steps: readonly RampStep[], percentage: number): RampStep {
  const last = steps.at(-1);
  const from = Math.max(Date.now(), last ? Date.parse(last.at) : 0);
  const at = new Date(Math.ceil((from + 24 * hourMs) / hourMs) * hourMs).toISOString();
  return { at, percentage: Math.min(100, (last?.percentage ?? percentage) + 10) };
}
