import type { CreateDeployment } from '../../contract/deployment-settings.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import type { TwinContent } from '../../core/twin/twin.ts';
import { workshopSources } from './bicycle-workshop.ts';
import { demoContent, workshopDeployment } from './demo-content.ts';
import { workshopTwin } from './workshop-twin.ts';

/** The use cases the demo is made with: the same ones an author's clicks reach. */
export interface DemoSteps {
  createFlow(name: string): Promise<{ id: string; draft: { revision: number } }>;
  saveDraft(flowId: string, draft: { revision: number; graph: FlowGraph }): Promise<unknown>;
  publishVersion(flowId: string, note: string): Promise<unknown>;
  createNote(note: { name: string; text: string }): Promise<{ id: string }>;
  createTwin(name: string): Promise<{ id: string; draft: { revision: number } }>;
  saveTwinDraft(twinId: string, draft: { revision: number } & TwinContent): Promise<unknown>;
  publishTwin(twinId: string, note: string): Promise<unknown>;
  createDeployment(input: CreateDeployment): Promise<unknown>;
}

/** Publishes and deploys the demo's flows and its twin into a workspace without flows, and counts them; null where there are some. */
export async function seedDemo(
  steps: DemoSteps,
  isEmpty: () => Promise<boolean>,
): Promise<{ flows: number; twins: number; deployments: number } | null> {
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
  await seedTwin(steps);
  const deployments = demoContent.flatMap((flow) => flow.deployments);
  return { flows: demoContent.length, twins: 1, deployments: deployments.length + 1 };
}

/** Its sources are written first: a version records those in force. */
async function seedTwin(steps: DemoSteps): Promise<void> {
  const sources: Record<string, 'mentioned' | 'internal'> = {};
  for (const { name, text, access } of workshopSources) {
    const { id } = await steps.createNote({ name, text });
    sources[id] = access;
  }
  const twin = await steps.createTwin('Nora, bicycle workshop');
  await steps.saveTwinDraft(twin.id, { revision: twin.draft.revision, ...workshopTwin });
  await steps.publishTwin(twin.id, 'Knows repairs, renting and fitting');
  await steps.createDeployment({
    ...workshopDeployment.settings,
    name: workshopDeployment.name,
    sources,
    subject: { kind: 'twin', id: twin.id },
    platform: { kind: 'web' },
  });
}
