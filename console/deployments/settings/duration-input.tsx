import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { durationInWords, durationUnits } from './duration-in-words.ts';

const offered = durationUnits.filter(({ ms }) => ms >= 60_000);

export interface DurationInputProps {
  label: string;
  hint: string;
  valueMs: number;
  onChange: (valueMs: number) => void;
  problem?: string | undefined;
}

/** A duration as a number and a unit. */
export function DurationInput({ label, hint, valueMs, onChange, problem }: DurationInputProps) {
  const [unit, setUnit] = useState(() => fittingUnit(valueMs));
  const [typed, setTyped] = useState<string>();
  const ms = offered.find(({ word }) => word === unit)?.ms ?? 60_000;
  return (
    <div className="grid max-w-sm grid-cols-[1fr_8rem] items-start gap-2">
      <Field label={label} hint={`${hint} ${durationInWords(valueMs)} now.`} error={problem && inWords(problem)}>
        <Input
          type="number"
          min={0}
          step="any"
          value={typed !== undefined && asMs(typed, ms) === valueMs ? typed : String(valueMs / ms)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(asMs(event.target.value, ms));
          }}
        />
      </Field>
      <Select
        aria-label={`Unit of: ${label}`}
        className="mt-6"
        value={unit}
        options={offered.map(({ word }) => ({ value: word, label: `${word}s` }))}
        onChange={(event) => {
          const next = offered.find(({ word }) => word === event.target.value);
          if (!next) return;
          setUnit(next.word);
          onChange(Math.round((valueMs / ms) * next.ms));
        }}
      />
    </div>
  );
}

function asMs(text: string, ms: number): number {
  return Math.round(Number(text) * ms);
}

function fittingUnit(valueMs: number) {
  return offered.find(({ ms }) => valueMs % ms === 0)?.word ?? 'minute';
}

/** Milliseconds in a problem as a person says them. */
function inWords(problem: string): string {
  return problem.replace(/\d{5,}(?: \([^)]*\))?/g, (number) => durationInWords(Number.parseInt(number, 10)));
}
