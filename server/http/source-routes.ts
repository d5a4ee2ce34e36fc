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
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';
import { declaredBytes, streamedBody } from './streamed-body.ts';

export function sourceRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = sourceEndpoints;
  mount(at.listSources, ({ actor, query: { q, status, of, person, ...page } }) =>
    listSources(ctx, actor, { q, status, of, personId: person, ...pageOf(page) }),
  );
  mount(at.uploadSource, ({ actor, query, raw: { raw } }) =>
    uploadFile(ctx, actor, query, {
      declaredBytes: declaredBytes(raw),
      bytes: streamedBody(raw, { clock: ctx.clock, minutesAtMost: ctx.sourceLimits.uploadMinutes }),
    }),
  );
  mount(at.createNote, ({ actor, body }) => createNote(ctx, actor, body));
  mount(at.addPages, ({ actor, body }) => addPages(ctx, actor, body));
  mount(at.getSource, ({ actor, params }) => getSource(ctx, actor, params.id));
  mount(at.changeSource, ({ actor, params, body }) => changeSource(ctx, actor, params.id, body));
  mount(at.rereadSource, ({ actor, params }) => rereadSource(ctx, actor, params.id));
  mount(at.deleteSource, ({ actor, params }) => deleteSource(ctx, actor, params.id));
  mount(at.listPassages, ({ actor, params, query }) => listPassages(ctx, actor, params.id, pageOf(query)));
}
