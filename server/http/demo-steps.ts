import type { DemoSteps } from '../demo/seed-demo.ts';
import { createDeployment } from '../deployments/create-deployment.ts';
import { createFlow } from '../flows/create-flow.ts';
import { publishVersion } from '../flows/publish-version.ts';
import { saveDraft } from '../flows/save-draft.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { createNote } from '../sources/create-note.ts';
import { createTwin, saveTwinDraft } from '../twins/change-twin.ts';
import { publishTwin } from '../twins/publish-twin.ts';

/** The use cases the demo is made with, for this actor. */
export function demoSteps(ctx: Context, actor: Actor): DemoSteps {
  return {
    createFlow: (name) => createFlow(ctx, actor, { name }),
    saveDraft: (flowId, draft) => saveDraft(ctx, actor, flowId, draft),
    publishVersion: (flowId, note) => publishVersion(ctx, actor, flowId, { note }),
    createNote: (note) => createNote(ctx, actor, note),
    createTwin: (name) => createTwin(ctx, actor, { name }),
    saveTwinDraft: (twinId, draft) => saveTwinDraft(ctx, actor, twinId, draft),
    publishTwin: (twinId, note) => publishTwin(ctx, actor, twinId, { note }),
    createDeployment: (input) => createDeployment(ctx, actor, input),
  };
}
