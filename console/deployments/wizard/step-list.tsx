import { Check } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import type { Wizard } from './use-wizard.ts';
import { type WizardStep, wizardSteps } from './wizard-draft.ts';

/** Where one is in the wizard; steps that are complete can be gone back to. */
export function StepList({ wizard }: { wizard: Wizard }) {
  const at = wizardSteps.indexOf(wizard.step);
  return (
    <nav aria-label="Steps" className="mb-6">
      <p className="mb-2 text-[0.8125rem] text-soft sm:hidden">
        Step {at + 1} of {wizardSteps.length}: {wizard.step.label}
      </p>
      <ol className="flex gap-1.5 sm:gap-2">
        {wizardSteps.map((step, index) => (
          <StepItem key={step.id} step={step} index={index} at={at} wizard={wizard} />
        ))}
      </ol>
    </nav>
  );
}

function StepItem(props: { step: WizardStep; index: number; at: number; wizard: Wizard }) {
  const { step, index, at, wizard } = props;
  const isDone = index < at;
  return (
    <li className="min-w-0 flex-1">
      <button
        type="button"
        aria-current={index === at ? 'step' : undefined}
        disabled={!wizard.isReachable(step)}
        onClick={() => wizard.goTo(step)}
        className="group grid w-full gap-1.5 rounded-lg text-left disabled:cursor-not-allowed"
      >
        <span className={classes('h-1 rounded-full', index <= at ? 'bg-accent' : 'bg-line-strong')} />
        <span
          className={classes(
            'flex items-center gap-1 truncate font-medium text-[0.8125rem] max-sm:sr-only',
            index === at ? 'text-ink' : 'text-soft',
          )}
        >
          {isDone && <Check aria-label="Done:" className="size-3.5 text-accent-text" />}
          {step.label}
        </span>
      </button>
    </li>
  );
}
