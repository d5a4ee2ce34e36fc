import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Effect } from '../../session/effect.ts';
import type { NewEvent } from '../../session/session-event.ts';
import { emptyTwin } from '../../twin/twin.ts';
import { advanceFlow } from '../advance-flow.ts';
import { compileFlow } from '../compile-flow.ts';
import type { FlowEvent, Position } from '../flow.ts';
import { nodeTypes } from '../graph.ts';
import { graphOf, type NodeSketch } from '../testing/graph-of.ts';

/** One visit to a node: what it is given, and everything it says, asks for and leaves by. */
const casesSchema = z.array(
  z.strictObject({
    about: z.string(),
    data: z.record(z.string(), z.json()),
    /** Handles that are wired. */
    exits: z.optional(z.array(z.string())),
    language: z.optional(z.string()),
    translations: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
    attributes: z.optional(z.record(z.string(), z.record(z.string(), z.json()))),
    variables: z.optional(z.record(z.string(), z.json())),
    session: z.optional(z.string()),
    /** What comes from outside once the node waits. */
    inputs: z.optional(z.array(z.json())),
    events: z.array(z.json()),
    effects: z.optional(z.array(z.json())),
    /** The handle it left by; null while it waits, and when it ended the session. */
    leaves: z.nullable(z.string()),
  }),
);
type Case = z.infer<typeof casesSchema>[number];

const twin = { ...emptyTwin('Ada'), name: 'Ada', number: 1 };
const folder = new URL('cases/', import.meta.url);

for (const file of readdirSync(folder)) {
  const type = z.enum(nodeTypes).parse(file.replace('.json', ''));
  const cases = casesSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  describe(`a node of type ${type}`, () => {
    it.each(cases.map((one) => [one.about, one] as const))('%s', (_, one) => {
      const seen = visit(type, one);
      expect(seen).toEqual({ events: one.events, effects: one.effects ?? [], leaves: one.leaves });
    });
  });
}

function visit(type: NodeSketch['type'], one: Case) {
  const flow = compileFlow(
    { graph: graphAround(type, one), subflows: {}, twins: { twn_1: twin } },
    { matchesPattern: () => true },
  );
  const context = {
    sessionId: one.session ?? 'ses_1',
    language: one.language ?? 'en',
    attributes: one.attributes ?? {},
  };
  const start = { type: 'sessionStarted', mode: 'chat', language: 'en', timeoutMs: 1, attributes: {} } as const;
  const events: NewEvent[] = [];
  const effects: Effect[] = [];
  let position: Position | null = null;
  for (const input of [start, ...(one.inputs ?? [])]) {
    const [next, asked, said] = advanceFlow(flow, position, input as FlowEvent, context);
    position = next;
    effects.push(...asked);
    events.push(...said);
  }
  return { events: ofNode(events), effects, leaves: exitOf(events) };
}

/** Start, one `set` per variable, the node itself, and an `end` behind every wired exit. */
function graphAround(type: NodeSketch['type'], one: Case) {
  const wired = (one.exits ?? ['']).map((handle) => [handle, `exit:${handle}`] as const);
  const ends = wired.map(([, id]) => [id, { type: 'end' }] as const);
  const sets = Object.entries(one.variables ?? {});
  const setIds = sets.map((_, index) => `set${index}`);
  const after = (index: number) => ({ '': setIds[index] ?? 'node' });
  const nodes: [string, NodeSketch][] = sets.map(([variable, value], index) => [
    `set${index}`,
    { type: 'set', data: { variable, value }, exits: after(index + 1) },
  ]);
  const translations = Object.entries(one.translations ?? {}).map(([language, fields]) => [language, { node: fields }]);
  return graphOf(
    Object.fromEntries([
      ['start', { type: 'start', exits: after(0) } satisfies NodeSketch],
      ...nodes,
      ['node', { type, data: one.data, exits: Object.fromEntries(wired) } satisfies NodeSketch],
      ...ends,
    ]),
    { translations: Object.fromEntries(translations) },
  );
}

function ofNode(events: readonly NewEvent[]): NewEvent[] {
  const isEntry = (event: NewEvent, id: string) => event.type === 'nodeEntered' && event.nodeId.startsWith(id);
  const after = events.slice(events.findIndex((event) => isEntry(event, 'node')) + 1);
  const left = after.findIndex((event) => isEntry(event, 'exit:'));
  return left < 0 ? after : after.slice(0, left);
}

function exitOf(events: readonly NewEvent[]): string | null {
  const ids = events.flatMap((event) => (event.type === 'nodeEntered' ? [event.nodeId] : []));
  return ids.find((id) => id.startsWith('exit:'))?.slice('exit:'.length) ?? null;
}
