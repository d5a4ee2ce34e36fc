import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Rocket } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { focusOnProblem } from '../settings/settings-part.tsx';
import { AudienceStep } from './audience-step.tsx';

import { GoalStep } from './goal-step.tsx';
import { PlatformStep } from './platform-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { StepList } from './step-list.tsx';
import { SubjectStep } from './subject-step.tsx';
import { useWizard, type Wizard } from './use-wizard.ts';
import { wizardSteps } from './wizard-draft.ts';

const steps = {
  platform: PlatformStep,
  flow: SubjectStep,
  audience: AudienceStep,
  settings: GoalStep,
  review: ReviewStep,
} as const;

/** Makes a deployment, one question at a time. */
export function NewDeploymentPage() {
  const navigate = useNavigate();
  const wizard = useWizard((created) => {
    notifyDone(`${created.name} is deployed`);
    void navigate({
      to: '/deployments/$deploymentId/$part',
      params: { deploymentId: created.id, part: 'general' },
    });
  });
  const { step, failure } = wizard;
  const Step = steps[step.id];
  const form = useRef<HTMLFormElement>(null);
  const isLast = step.id === 'review';
  useFocusOnStep(form, step.id);
  return (
    <Page
      title="New deployment"
      width="narrow"
      back={{ label: 'Deployments', link: { to: '/deployments' } }}
      actions={
        <Button look="quiet" onClick={wizard.startOver}>
          Start over
        </Button>
      }
    >
      <StepList wizard={wizard} />
      <form
        ref={form}
        noValidate
        tabIndex={-1}
        aria-label={`Step ${wizardSteps.indexOf(step) + 1} of ${wizardSteps.length}: ${step.label}`}
        className="grid gap-6 focus:outline-none"
        onSubmit={(event) => {
          event.preventDefault();
          if (isLast) return wizard.isBusy ? undefined : wizard.create();
          wizard.next();
          // Once the problems are shown: to the first field that is to blame.
          requestAnimationFrame(() => focusOnProblem(form.current));
        }}
      >
        <Step wizard={wizard} />
        {failure && <FieldError>{failure}</FieldError>}
        <StepButtons wizard={wizard} isLast={isLast} />
      </form>
    </Page>
  );
}

/** Another step begins at its top, for eyes and keyboard alike. */
function useFocusOnStep(form: RefObject<HTMLFormElement | null>, stepId: string): void {
  const shown = useRef(stepId);
  useEffect(() => {
    if (shown.current === stepId) return;
    shown.current = stepId;
    form.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [form, stepId]);
}

function StepButtons({ wizard, isLast }: { wizard: Wizard; isLast: boolean }) {
  const { status } = wizard.settings;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {wizard.step.id !== 'platform' && (
        <Button onClick={wizard.back}>
          <ChevronLeft aria-hidden />
          Back
        </Button>
      )}
      <Button type="submit" look="main" size="large" className="ml-auto" isBusy={wizard.isBusy}>
        {isLast ? (
          <>
            <Rocket aria-hidden />
            {status === 'active' ? 'Deploy' : 'Create, inactive'}
          </>
        ) : (
          <>
            Next
            <ChevronRight aria-hidden />
          </>
        )}
      </Button>
    </div>
  );
}
