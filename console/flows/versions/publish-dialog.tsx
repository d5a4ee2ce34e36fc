import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { flowEndpoints } from '../../../contract/flows.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { api } from '../../api/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { PublishForm } from '../../versions/publish-form.tsx';
import { draftProblemsQuery } from '../flow-queries.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import type { NodeName } from './describe-diff.ts';
import { DiffView } from './diff-view.tsx';
import { type DeploymentOfFlow, diffQuery, flowDeploymentsQuery } from './version-queries.ts';

export interface PublishDialogProps {
  flow: { readonly id: string; readonly newestVersion: number | null };
  /** The draft's revision that is to be published; what the author looked at. */
  revision: number;
  nameOf: NodeName;
  onProblem: (problem: ProblemItem) => void;
  onClose: () => void;
}

/** Makes the draft the next version: what changes, who gets it, and a note; or what is in the way. */
export function PublishDialog({ flow, revision, nameOf, onProblem, onClose }: PublishDialogProps) {
  const newest = flow.newestVersion;
  const check = useQuery(draftProblemsQuery(flow.id, revision));
  const diff = useQuery({ ...diffQuery(flow.id, newest ?? 0, 'draft', revision), enabled: newest !== null });
  const deployments = useQuery(flowDeploymentsQuery(flow.id));
  const problems = check.data?.problems ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={`Publish version ${(newest ?? 0) + 1}`}
      description={
        newest === null
          ? 'A version never changes. You can go on with the draft afterwards.'
          : `Running conversations stay on v${newest}, or whichever version they began with.`
      }
    >
      <PublishForm
        publish={(version) =>
          api.call(flowEndpoints.publishVersion, { params: { id: flow.id }, body: { ...version, revision } })
        }
        refresh={[['flows'], ['flow', flow.id]]}
        isReady={check.isSuccess && problems.length === 0}
        onClose={onClose}
      >
        {check.isPending && <SkeletonLines lines={2} />}
        {check.isError && <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
        {problems.length > 0 && <Problems problems={problems} onProblem={onProblem} />}
        {check.isSuccess && problems.length === 0 && (
          <p className="flex items-center gap-2 text-good">
            <CircleCheck aria-hidden className="size-4" />
            Nothing to mend: this draft can be published.
          </p>
        )}
        {deployments.data && <Moves deployments={deployments.data} next={(newest ?? 0) + 1} />}
        {newest !== null && (
          <section className="grid gap-1.5">
            <h3 className="font-medium">Changes since v{newest}</h3>
            {diff.isPending ? <SkeletonLines lines={2} /> : null}
            {diff.isError && <ProblemNote error={diff.error} />}
            {diff.data && (
              <ScrollRegion label={`Changes since v${newest}`} className="max-h-64">
                <DiffView diff={diff.data} nameOf={nameOf} />
              </ScrollRegion>
            )}
          </section>
        )}
      </PublishForm>
    </Dialog>
  );
}

function Moves({ deployments, next }: { deployments: readonly DeploymentOfFlow[]; next: number }) {
  const moving = deployments.filter(({ versionPolicy }) => versionPolicy.kind === 'latest');
  const staying = deployments.filter(({ versionPolicy }) => versionPolicy.kind === 'pinned');
  if (deployments.length === 0)
    return <p className="text-soft">No deployment uses this flow yet, so no visitor meets it.</p>;
  return (
    <section className="grid gap-2 sm:grid-cols-2">
      <DeploymentList
        title={`New conversations get v${next}`}
        empty="None: every deployment is pinned."
        deployments={moving}
      />
      <DeploymentList title="Stay on their pinned version" empty="None." deployments={staying} />
    </section>
  );
}

function DeploymentList(props: { title: string; empty: string; deployments: readonly DeploymentOfFlow[] }) {
  return (
    <div className="rounded-xl bg-sunken px-3 py-2">
      <h3 className="text-soft text-xs">{props.title}</h3>
      {props.deployments.length === 0 && <p className="text-soft">{props.empty}</p>}
      <ul>
        {props.deployments.map(({ id, name, status, versionPolicy }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            {name}
            {versionPolicy.kind === 'pinned' && <span className="text-soft"> (v{versionPolicy.number})</span>}
            {status === 'inactive' && <span className="text-soft"> (inactive)</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Problems(props: { problems: readonly ProblemItem[]; onProblem: (problem: ProblemItem) => void }) {
  const { problems, onProblem } = props;
  return (
    <section className="rounded-xl bg-bad-soft px-3.5 py-3">
      <h3 className="font-medium text-bad">
        {problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be mended first
      </h3>
      <ul className="mt-1.5 grid max-h-48 gap-1 overflow-y-auto">
        {problems.map((problem) => (
          <li key={`${problem.nodeId} ${problem.field} ${problem.message}`}>
            <button
              type="button"
              className="text-left underline decoration-dotted [overflow-wrap:anywhere] hover:decoration-solid"
              onClick={() => onProblem(problem)}
            >
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
