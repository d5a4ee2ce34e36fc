import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { SessionFilter, SessionSummaryRecord } from '../ports/store/session-store.ts';
import { csvLine } from './csv-line.ts';
import { listSessions } from './read-session.ts';

const columns: Readonly<Record<string, (session: SessionSummaryRecord) => string | number | null>> = {
  id: ({ id }) => id,
  startedAt: ({ startedAt }) => startedAt,
  endedAt: ({ endedAt }) => endedAt,
  status: ({ status }) => status,
  endReason: ({ endReason }) => endReason,
  outcome: ({ evaluation }) => evaluation?.outcome ?? null,
  outcomeReason: ({ evaluation }) => evaluation?.reason ?? null,
  judgedBy: ({ evaluation }) => evaluation?.by ?? null,
  deployment: ({ deployment }) => deployment.name,
  subject: ({ subject }) => subject.name,
  version: ({ version }) => version.number,
  kind: ({ kind }) => kind,
  mode: ({ mode }) => mode,
  language: ({ language }) => language,
  person: ({ personName }) => personName,
  unitKey: ({ unitKey }) => unitKey,
  messages: ({ messageCount }) => messageCount,
  firstMessage: ({ preview }) => preview,
};

/** The filtered sessions as CSV, newest first, a page of lines at a time. Resolves with the first page read, so that what is wrong is said before anything is sent. */
export async function exportSessions(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  filter: SessionFilter,
  pageSize = 500,
): Promise<AsyncIterable<string>> {
  const next = (cursor?: string) => listSessions(ctx, actor, filter, { limit: pageSize, cursor });
  const first = await next();
  async function* lines(): AsyncIterable<string> {
    yield csvLine(Object.keys(columns));
    for (let page = first; ; ) {
      yield page.items.map((session) => csvLine(Object.values(columns).map((read) => read(session)))).join('');
      if (page.nextCursor === null) return;
      page = await next(page.nextCursor);
    }
  }
  return lines();
}
