import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Rocket } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { AudienceStep } from './audience-step.tsx';
import { FlowStep } from './flow-step.tsx';
import { GoalStep } from './goal-step.tsx';
import { PlatformStep } from './platform-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { StepList } from './step-list.tsx';
import { useWizard, type Wizard } from './use-wizard.ts';

const steps = {
  platform: PlatformStep,
  flow: FlowStep,
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
  useEffect(() => window.scrollTo({ top: 0 }), []);
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
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (isLast) return wizard.isBusy ? undefined : wizard.create();
          wizard.next();
          // Once the problems are shown: to the first field that is to blame.
          requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        <Step wizard={wizard} />
        {failure && <FieldError>{failure}</FieldError>}
        <StepButtons wizard={wizard} isLast={isLast} />
      </form>
    </Page>
  );
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
