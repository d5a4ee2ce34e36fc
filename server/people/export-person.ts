import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { Reader } from '../ports/store/store.ts';

type Ctx = Pick<Context, 'store' | 'clock' | 'ids'>;

const itemsAtOnce = 100;

/**
 * All that is kept about a person, as the text of one JSON document, piece by piece: profile, what twins learned, their
 * own sources with their texts, and their sessions with every event and the decision that admitted them.
 */
export async function exportPerson(ctx: Ctx, actor: Actor, id: string): Promise<AsyncIterable<string>> {
  const read = <Result>(work: (reader: Reader) => Promise<Result>) => ctx.store.read(actor.workspaceId, work);
  const person = await ctx.store.write(actor.workspaceId, async (transaction) => {
    const found = await transaction.people.find(id);
    if (!found) throw notFound('person');
    await audit(ctx, transaction, actor, { action: 'person.exported', subjectId: id });
    return found;
  });
  const facts = (page: PageRequest) => read(({ people }) => people.listFacts(id, page));
  const sources = (page: PageRequest) => read(({ sources }) => sources.list({ of: 'person', personId: id, ...page }));
  const sessions = (page: PageRequest) => read((reader) => reader.sessions.list({ person: id }, page));
  async function* pieces(): AsyncIterable<string> {
    yield `{"exportedAt":${JSON.stringify(ctx.clock.now())},"person":${JSON.stringify(person)},"facts":`;
    yield* listOf(facts, async (fact) => fact);
    yield ',"sources":';
    yield* listOf(sources, async (source) => {
      const { id: sourceId, revision } = source;
      const text = revision === null ? null : await read((reader) => reader.sources.textOf({ sourceId, revision }));
      return { ...source, text };
    });
    yield ',"sessions":';
    yield* listOf(sessions, (session) => read((reader) => reader.sessions.find(session.id)));
    yield '}\n';
  }
  return pieces();
}

/** A JSON list, an item at a time; one that has gone meanwhile is left out. */
async function* listOf<Item>(
  pageOf: (page: PageRequest) => Promise<Page<Item>>,
  whole: (item: Item) => Promise<object | null>,
): AsyncIterable<string> {
  let before = '[';
  for (let cursor: string | undefined; ; ) {
    const page = await pageOf({ limit: itemsAtOnce, ...(cursor !== undefined && { cursor }) });
    for (const item of page.items) {
      const exported = await whole(item);
      if (exported === null) continue;
      yield before + JSON.stringify(exported);
      before = ',';
    }
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  yield before === '[' ? '[]' : ']';
}
