import { CircleCheck, CircleX } from 'lucide-react';
import type { ExplainReply } from '../../../contract/rollout-decisions.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { BucketBar } from './bucket-bar.tsx';
import { reasonWords } from './reason-words.ts';

const stageWords = { status: 'Status', audience: 'Audience', percentage: 'Share', version: 'Version' } as const;

/** Each stage in its order, with what it says of the visitor. */
export function Explanation({ explained }: { explained: ExplainReply }) {
  const { serve, reason, steps, bucket, percentage } = explained;
  const refusing = steps.findIndex(({ passed }) => !passed);
  return (
    <Card title="What they would get" actions={<Badge tone={serve ? 'good' : 'bad'}>{reasonWords[reason]}</Badge>}>
      <p role="status" className="sr-only">
        {reasonWords[reason]}
      </p>
      <ol aria-label="Stages" className="grid gap-4">
        {steps.map(({ stage, passed, detail }, index) => (
          <li key={stage} className="flex gap-3">
            <StageMark passed={passed} />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {stageWords[stage]}
                <span className="sr-only">{passed ? ': passed' : ': refused'}</span>
                {index === refusing && <span className="ml-2 font-normal text-bad">this is what refuses</span>}
              </p>
              <p className="break-words text-soft">{detail}</p>
              {stage === 'percentage' && <BucketBar bucket={bucket} percentage={percentage} />}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StageMark({ passed }: { passed: boolean }) {
  const Icon = passed ? CircleCheck : CircleX;
  return <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${passed ? 'text-good' : 'text-bad'}`} />;
}
