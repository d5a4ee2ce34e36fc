import type { FastifyInstance } from 'fastify';
import { sourceEndpoints } from '../../contract/sources.ts';
import { addPages } from '../sources/add-pages.ts';
import { changeSource } from '../sources/change-source.ts';
import { createNote } from '../sources/create-note.ts';
import { deleteSource } from '../sources/delete-source.ts';
import { getSource, listPassages, listSources } from '../sources/read-sources.ts';
import { rereadSource } from '../sources/reread-source.ts';
import { uploadFile } from '../sources/upload-file.ts';
import type { HttpDeps } from './deps.ts';
import { mount } from './mount.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';
import { declaredBytes, streamedBody } from './streamed-body.ts';

export function sourceRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const limit = [limits.ownerCalls];
  const at = sourceEndpoints;
  mount(
    app,
    deps,
    at.listSources,
    ({ actor, query: { q, status, of, person, ...page } }) =>
      listSources(ctx, actor, { q, status, of, personId: person, ...pageOf(page) }),
    limit,
  );
  mount(
    app,
    deps,
    at.uploadSource,
    ({ actor, query, raw: { raw } }) =>
      uploadFile(ctx, actor, query, { declaredBytes: declaredBytes(raw), bytes: streamedBody(raw) }),
    limit,
  );
  mount(app, deps, at.createNote, ({ actor, body }) => createNote(ctx, actor, body), limit);
  mount(app, deps, at.addPages, ({ actor, body }) => addPages(ctx, actor, body), limit);
  mount(app, deps, at.getSource, ({ actor, params }) => getSource(ctx, actor, params.id), limit);
  mount(app, deps, at.changeSource, ({ actor, params, body }) => changeSource(ctx, actor, params.id, body), limit);
  mount(app, deps, at.rereadSource, ({ actor, params }) => rereadSource(ctx, actor, params.id), limit);
  mount(app, deps, at.deleteSource, ({ actor, params }) => deleteSource(ctx, actor, params.id), limit);
  mount(
    app,
    deps,
    at.listPassages,
    ({ actor, params, query }) => listPassages(ctx, actor, params.id, pageOf(query)),
    limit,
  );
}
