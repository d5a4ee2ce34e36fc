import { Undo2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import type { TryingProps } from './use-tried-as.ts';

const TrySettings = lazyPart(() => import('./try-settings.tsx'), 'TrySettings');

/** As what the twin is tried: as a deployment has it, or otherwise. */
export function TryAs({ trying, problemAt }: TryingProps) {
  const [isOpen, setOpen] = useState(false);
  const hasProblem = settingNames.some((name) => problemAt(name) !== undefined);
  return (
    <div className="mb-4 grid gap-2">
      <Field label="Try as" error={problemAt('deploymentId')}>
        <Select
          value={trying.as.deploymentId ?? ''}
          options={trying.options}
          onChange={({ target }) => trying.choose(target.value)}
        />
      </Field>
      <details
        open={isOpen || hasProblem}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        className="rounded-lg border border-line px-3 py-2"
      >
        <summary className="cursor-pointer rounded font-medium text-[0.8125rem] text-soft">
          Settings{trying.isChanged && ', changed for this try'}
        </summary>
        {(isOpen || hasProblem) && (
          <Suspense fallback={<SkeletonLines lines={3} />}>
            <div className="mt-3 grid gap-4">
              <TrySettings trying={trying} problemAt={problemAt} />
              {trying.isChanged && (
                <Button size="small" className="justify-self-start" onClick={trying.reset}>
                  <Undo2 aria-hidden />
                  Take changes back
                </Button>
              )}
            </div>
          </Suspense>
        )}
      </details>
    </div>
  );
}

const settingNames = ['goal', 'instructions', 'languages', 'sources'];
