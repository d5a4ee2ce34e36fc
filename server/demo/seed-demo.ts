import type { CreateDeployment } from '../../contract/deployment-settings.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { demoContent } from './demo-content.ts';

/** The use cases the demo is made with: the same ones an author's clicks reach. */
export interface DemoSteps {
  createFlow(name: string): Promise<{ id: string; draft: { revision: number } }>;
  saveDraft(flowId: string, draft: { revision: number; graph: FlowGraph }): Promise<unknown>;
  publishVersion(flowId: string, note: string): Promise<unknown>;
  createDeployment(input: CreateDeployment): Promise<unknown>;
}

/** Publishes and deploys the demo's flows into a workspace that has none yet, and counts them; null where there are some. */
export async function seedDemo(
  steps: DemoSteps,
  isEmpty: () => Promise<boolean>,
): Promise<{ flows: number; deployments: number } | null> {
  if (!(await isEmpty())) return null;
  for (const { name, graph, note, deployments } of demoContent) {
    const flow = await steps.createFlow(name);
    await steps.saveDraft(flow.id, { revision: flow.draft.revision, graph });
    await steps.publishVersion(flow.id, note);
    for (const deployment of deployments) {
      await steps.createDeployment({
        ...deployment.settings,
        name: deployment.name,
        subject: { kind: 'flow', id: flow.id },
        platform: { kind: 'web' },
      });
    }
  }
  const deployments = demoContent.flatMap((flow) => flow.deployments);
  return { flows: demoContent.length, deployments: deployments.length };
}
