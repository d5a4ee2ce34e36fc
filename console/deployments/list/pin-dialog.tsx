import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Ago } from '../../ui/time.tsx';
import { subjectVersionsQuery } from '../subject-versions-query.ts';
import { useRepin } from './use-repin.ts';

/** Every published version, to put new sessions on. */
export function PinDialog({ deployment, onClose }: { deployment: DeploymentReply; onClose: () => void }) {
  const versions = useInfiniteQuery(subjectVersionsQuery(deployment.subject));
  const repin = useRepin(deployment);
  const { versionPolicy } = deployment;
  const pin = (number: number) => {
    repin.mutate({ kind: 'pinned', number });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Pin ${deployment.name}`}
      description="New sessions begin on the version you choose. Running sessions stay on theirs."
    >
      {versions.isPending && <SkeletonLines lines={3} />}
      {versions.isError && <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />}
      <ul className="grid gap-1">
        {versions.data?.map(({ id, number, note, createdAt, createdBy }) => (
          <li key={id} className="flex items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-hover">
            <span className="min-w-0 flex-1">
              <span className="font-medium">Version {number}</span>
              <span className="ml-2 text-[0.8125rem] text-faint">
                <Ago at={createdAt} />
                {createdBy && ` by ${createdBy.name}`}
              </span>
              {note && <span className="line-clamp-2 block text-[0.8125rem] text-soft">{note}</span>}
            </span>
            {versionPolicy.kind === 'pinned' && versionPolicy.number === number ? (
              <span className="text-[0.8125rem] text-faint">Pinned now</span>
            ) : (
              <Button size="small" aria-label={`Pin to version ${number}`} onClick={() => pin(number)}>
                Pin
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ShowMore query={versions} label="Show older versions" className="mt-3" />
    </Dialog>
  );
}
