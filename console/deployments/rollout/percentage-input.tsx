import { type ComponentProps, useState } from 'react';
import { useCan } from '../../access/workspace-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Slider } from '../../ui/slider.tsx';
import type { SettingsDraft } from '../settings/use-settings-form.ts';

const usual = [1, 5, 10, 25, 50, 100];

/** Which share of the audience is served: by hand to whole percents, by number to hundredths. */
export function PercentageInput({ draft }: { draft: SettingsDraft }) {
  const { rollout } = draft.settings;
  const canChange = useCan('deployments:write');
  const [typed, setTyped] = useState<string>();
  // What was typed counts until the value is another one: "12." stays as it is, and so does an emptied field.
  const isTyped = typed !== undefined && Object.is(asPercentage(typed), rollout.percentage);
  const change = (percentage: number) => draft.change({ rollout: { ...rollout, percentage } });
  return (
    <div className="grid gap-3">
      <div className="grid items-center gap-x-5 gap-y-2 sm:grid-cols-[1fr_8.5rem]">
        <Slider
          label="Share of the audience"
          value={rollout.percentage}
          onChange={change}
          isDisabled={!canChange}
          valueText={`${rollout.percentage} percent`}
        />
        <Field label="Percentage" isLabelHidden error={draft.problemAt('rollout.percentage')}>
          <PercentField
            value={isTyped ? typed : String(rollout.percentage)}
            onChange={(event) => {
              setTyped(event.target.value);
              change(asPercentage(event.target.value));
            }}
          />
        </Field>
      </div>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Usual shares</legend>
        {usual.map((percentage) => (
          <Button
            key={percentage}
            size="small"
            aria-pressed={rollout.percentage === percentage}
            className="aria-pressed:border-accent aria-pressed:text-accent-text"
            onClick={() => {
              setTyped(undefined);
              change(percentage);
            }}
          >
            {percentage} %
          </Button>
        ))}
      </fieldset>
      <p className="text-[0.8125rem] text-soft">
        New conversations only: each visitor is drawn once per visit and keeps that draw, so nobody is pulled in or
        thrown out half way. Raising the share only adds people.
      </p>
    </div>
  );
}

/** An empty field is no number, which is a problem of its own. */
export function asPercentage(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** A number of percent, in hundredths. */
export function PercentField(props: ComponentProps<typeof Input>) {
  return (
    <span className="relative block">
      <Input {...props} type="number" min={0} max={100} step={0.01} className="pr-8 tabular-nums" />
      <span aria-hidden className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-faint">
        %
      </span>
    </span>
  );
}
