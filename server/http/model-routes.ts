import type { FastifyInstance } from 'fastify';
import { modelEndpoints } from '../../contract/models.ts';
import { changeModels } from '../models/change-models.ts';
import { readModels } from '../models/read-models.ts';
import { testModel } from '../models/test-model.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import type { Limits } from './rate-limits.ts';

export function modelRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = modelEndpoints;
  mount(at.getModels, ({ actor }) => readModels(ctx, actor));
  mount(at.changeModels, ({ actor, body }) => changeModels(ctx, actor, body));
  mount(at.testModel, ({ actor, body }) => testModel(ctx, actor, body ?? {}));
}
