import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { PercentField } from './percentage-input.tsx';
import { type RampStep, rampSteps } from './ramp-steps.ts';

/** Makes even steps up (or down) to a percentage over some days, in place of those there are. */
export function PlanRampDialog(props: { from: number; onClose: () => void; onPlan: (steps: RampStep[]) => void }) {
  const [to, setTo] = useState(100);
  const [days, setDays] = useState(14);
  const [steps, setSteps] = useState(6);
  const isPossible = to >= 0 && to <= 100 && days > 0 && days <= 365 && steps >= 1 && steps <= 100;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title="Plan an even ramp"
      description={`From ${props.from} % now. It takes the place of the steps there are; you can change each one before you save.`}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) props.onPlan(rampSteps({ from: props.from, to, startsAt: nextHour(), days, steps }));
        }}
      >
        <Field label="Up to">
          <PercentField value={to} onChange={(event) => setTo(Number(event.target.value))} />
        </Field>
        <Field label="Over how many days">
          <Input
            type="number"
            min={1}
            max={365}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </Field>
        <Field label="In how many steps">
          <Input
            type="number"
            min={1}
            max={100}
            value={steps}
            onChange={(event) => setSteps(Math.round(Number(event.target.value)))}
          />
        </Field>
        <DialogActions>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" look="main" disabled={!isPossible}>
            Plan
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function nextHour(): Date {
  const hourMs = 60 * 60_000;
  return new Date(Math.ceil(Date.now() / hourMs) * hourMs);
}
