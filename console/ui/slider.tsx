import { Slider as Primitive } from 'radix-ui';

export interface SliderProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  /** When the handle is let go: the moment to ask the server. */
  onSettle?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  isDisabled?: boolean;
  /** The value in words, for screen readers. */
  valueText?: string;
}

export function Slider({ min = 0, max = 100, step = 1, ...props }: SliderProps) {
  return (
    <Primitive.Root
      value={[props.value]}
      onValueChange={([value]) => value !== undefined && props.onChange(value)}
      onValueCommit={([value]) => value !== undefined && props.onSettle?.(value)}
      min={min}
      max={max}
      step={step}
      disabled={props.isDisabled}
      className="relative flex h-6 w-full touch-none select-none items-center data-disabled:opacity-55"
    >
      <Primitive.Track className="relative h-1.5 grow rounded-full bg-line-strong">
        <Primitive.Range className="absolute h-full rounded-full bg-accent" />
      </Primitive.Track>
      <Primitive.Thumb
        aria-label={props.label}
        aria-valuetext={props.valueText}
        className="block size-5 rounded-full border-2 border-accent bg-surface shadow-card"
      />
    </Primitive.Root>
  );
}
