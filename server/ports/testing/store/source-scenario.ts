import type { Passage } from '../../../../core/twin/passage.ts';
import type { SourceReader, SourceRecord, SourceWriter } from '../../store/source-store.ts';
import type { Store } from '../../store/store.ts';
import { author, ids, noon } from './scenario.ts';

/** What tests do with the sources of the workspace they are in. */
export function sourceSteps(inside: () => { store: Store; workspaceId: string }) {
  const write = <Result>(work: (sources: SourceWriter) => Promise<Result>, of = inside().workspaceId) =>
    inside().store.write(of, ({ sources }) => work(sources));
  return {
    write,
    read: <Result>(work: (sources: SourceReader) => Promise<Result>) =>
      inside().store.read(inside().workspaceId, ({ sources }) => work(sources)),
    create: (change: Partial<SourceRecord> = {}) => write((sources) => sources.create(newSource(change))),
    saveText: (sourceId: string, text: string, of?: string) =>
      write((sources) => sources.saveText(newText(sourceId, text)), of),
  };
}

export function newSource(change: Partial<SourceRecord> = {}): Parameters<SourceWriter['create']>[0] {
  return {
    id: ids.next('src'),
    name: 'Handbook',
    kind: 'note',
    status: 'waiting',
    fileId: null,
    sizeBytes: null,
    mediaType: null,
    url: null,
    hint: null,
    personId: null,
    personAccess: null,
    createdAt: noon.toISOString(),
    ...change,
  };
}

function newText(sourceId: string, text: string) {
  const index = Buffer.from(`index of ${text}`);
  return { sourceId, text, passages: passagesOf(text), index, indexFormat: 1, at: noon, by: author };
}

/** A passage a word. */
export function passagesOf(text: string): Passage[] {
  return text.split(' ').map((word, index) => ({
    number: index + 1,
    headings: index === 0 ? [] : ['A "heading"', 'Ünder, {it}'],
    page: index === 0 ? null : index,
    text: word,
  }));
}
