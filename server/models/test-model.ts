import type { ModelInput } from '../../contract/models.ts';
import { emptyTwin } from '../../core/twin/twin.ts';
import { AppError, UpstreamError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Question } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import type { ModelAccess } from '../ports/models.ts';
import type { ModelRole } from '../ports/store/model-store.ts';
import { keepsKey, modelProblems } from './check-model.ts';
import { accessOf } from './model-access.ts';

const patienceMs = 30_000;

interface ModelToTest {
  readonly role?: ModelRole | undefined;
  /** As it stands in a form; its absent key is the stored one. Absent: the stored model, or the environment's. */
  readonly model?: ModelInput | undefined;
}

/** Asks a model for a word. That it cannot be reached is an outcome too. */
export async function testModel(
  ctx: Pick<Context, 'store' | 'vault' | 'models'>,
  actor: Actor,
  { role = 'first', model }: ModelToTest,
): Promise<{ ok: boolean; detail: string }> {
  const access = await accessToTest(ctx, actor, role, model);
  if (access === null) return { ok: false, detail: 'No model is set, so the built-in brain answers.' };
  try {
    const detail = role === 'embedding' ? await embedWord(ctx, access) : await askWord(ctx, access);
    return { ok: true, detail };
  } catch (error) {
    if (error instanceof UpstreamError) return { ok: false, detail: error.message };
    throw error;
  }
}

async function accessToTest(
  ctx: Pick<Context, 'store' | 'vault' | 'models'>,
  { workspaceId }: Actor,
  role: ModelRole,
  model: ModelInput | undefined,
): Promise<ModelAccess | null> {
  const records = await ctx.store.read(workspaceId, ({ models }) => models.list());
  const stored = records.find((record) => record.role === role);
  if (model === undefined) {
    if (stored !== undefined) return accessOf(ctx.vault, workspaceId, stored);
    return role === 'first' ? ctx.models.fromEnvironment : null;
  }
  const problems = modelProblems(role, model, stored, 'model');
  if (problems.length > 0) throw new AppError('invalid_request', 'The model cannot be tested like this.', { problems });
  const kept = stored !== undefined && keepsKey(model, stored) ? accessOf(ctx.vault, workspaceId, stored).apiKey : null;
  return { provider: model.provider, model: model.model, baseUrl: model.baseUrl ?? null, apiKey: model.apiKey ?? kept };
}

async function askWord({ models }: Pick<Context, 'models'>, access: ModelAccess): Promise<string> {
  const brain = models.brain(access);
  const hear = { piece: () => {}, restart: () => {} };
  const { text } = await brain.answer(question, hear, AbortSignal.timeout(patienceMs));
  if (text.trim() === '') return `${brain.name} can be reached, and said nothing.`;
  return `${brain.name} answered: “${text.trim().slice(0, 200)}”`;
}

async function embedWord({ models }: Pick<Context, 'models'>, access: ModelAccess): Promise<string> {
  const embedder = models.embedder(access);
  const [vector] = await embedder.embed(['hello'], AbortSignal.timeout(patienceMs));
  return `${embedder.model} gives vectors of ${vector?.length ?? 0} numbers.`;
}

const question: Question = {
  twin: emptyTwin('Parley'),
  goal: '',
  instructions: ['This is a test of the connection: answer with the one word OK.'],
  language: 'en',
  languages: ['en'],
  transcript: [],
  facts: [],
  text: 'Are you there?',
  passages: [],
  actions: [],
  mayAskEmail: false,
  exits: [],
  variables: [],
  search: async () => [],
};
