import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaySession } from '../../core/session/replay-session.ts';
import type { SessionEvent } from '../../core/session/session-event.ts';
import { connectionSettings } from '../../server/adapters/embedded-postgres/connect.ts';
import { findPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { postgresStore } from '../../server/adapters/postgres/store.ts';
import { re2Patterns } from '../../server/adapters/re2-patterns/re2-patterns.ts';
import { flowLoader } from '../../server/sessions/flow-loader.ts';
import { freePort } from '../harness/free-port.ts';
import type { Answer, Json } from '../harness/http-client.ts';
import { answerTo, orderGraph } from '../harness/order-graph.ts';
import { ownerOf, sessionOf, type VisitorSession, visitorOf } from '../harness/parley-client.ts';
import { type SlowOutside, slowOutside } from '../harness/slow-outside.ts';
import { endOrphans, type SpawnedParley, spawnParley, type Victim } from '../harness/spawn-parley.ts';
import { until } from '../harness/until.ts';

const apiKey = 'a-key-for-tests-of-crashes';
const victims: Victim[] = ['everything', 'the server alone', 'the database alone'];
const kills = 10;
const visitors = 6;
const messagesPerSession = 6;

let dataDir: string;
let outside: SlowOutside;
let parley: SpawnedParley;
let key: string;

beforeAll(async () => {
  dataDir = mkdtempSync('/tmp/parley-kill-');
  outside = await slowOutside(150);
  parley = start(await freePort());
  await parley.ready;
  const owner = ownerOf(parley.url, apiKey);
  const flow = await owner.publishedFlow(orderGraph(outside.url));
  key = (await owner.deploy(flow.id)).key;
});
afterAll(async () => {
  await parley?.stop();
  await endOrphans(dataDir);
  outside?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(port: number): SpawnedParley {
  return spawnParley({ port, dataDir, apiKey, env: { PARLEY_HTTP_ALLOW: outside.host } });
}

interface Sent {
  readonly text: string;
  readonly clientMessageId: string;
  /** What the server promised. */
  readonly seq: number;
}
interface Conversation {
  readonly session: VisitorSession;
  readonly sent: Sent[];
}

test('kill -9 in the middle of load, ten times: every accepted message is kept, and answered once', {
  timeout: 240_000,
}, async () => {
  const conversations: Conversation[] = [];
  let accepted = 0;
  let isOver = false;
  const load = Array.from({ length: visitors }, async () => {
    while (!isOver) conversations.push(await converse(() => (accepted += 1)));
  });

  for (let round = 0; round < kills; round += 1) {
    const before = accepted;
    await until(
      async () => [accepted - before, outside.waiting()] as const,
      ([more, waiting]) => more >= 20 && waiting >= 2,
    );
    const victim = victims[round % victims.length] ?? 'everything';
    await parley.kill9(victim);
    if (victim !== 'the database alone') parley = start(Number(new URL(parley.url).port));
    await parley.ready;
  }
  isOver = true;
  await Promise.all(load);

  expect(conversations.length).toBeGreaterThanOrEqual(kills);
  for (const { session, sent } of conversations) {
    const answers = sent.map(({ text }, index) => answerTo(text, index));
    const said = await until(
      async () => (await session.agentTexts()).filter((text) => text !== 'One moment'),
      (texts) => texts.length > answers.length,
    );
    expect(said).toEqual(['Nothing noted', ...answers]);
    const { events } = await session.read();
    const taken = events.filter((event: SessionEvent) => event.type === 'message' && event.from === 'visitor');
    expect(taken.map((event: Sent) => [event.text, event.seq])).toEqual(sent.map(({ text, seq }) => [text, seq]));
    for (const { text, clientMessageId, seq } of sent)
      expect(await session.send(text, clientMessageId)).toEqual({ seq });
  }
  await expectTrueLogs(conversations);
});

/** A visitor who says a few things and leaves, and who tries each of them, unchanged, until it is accepted. */
async function converse(onAccepted: () => void): Promise<Conversation> {
  const visitor = visitorOf(parley.url, key);
  const session = sessionOf(parley.url, await persist(201, () => visitor.tryStart()));
  const sent: Sent[] = [];
  for (let index = 0; index < messagesPerSession; index += 1) {
    const text = `order${session.id.slice(-8)}n${index}`;
    const clientMessageId = `message ${index}`;
    const { seq } = await persist(202, () => session.trySend(text, clientMessageId));
    sent.push({ text, clientMessageId, seq });
    onAccepted();
    await pause(20);
  }
  return { session, sent };
}

/** Tries until there is an answer that is no failure of the server's. */
async function persist(status: number, attempt: () => Promise<Answer>): Promise<Json> {
  const answer = await until(
    () => attempt().catch(() => null),
    (tried) => tried !== null && tried.status < 500 && tried.status !== 429,
  );
  expect(answer).toMatchObject({ status });
  return answer?.body;
}

/** Every session's log, as it is stored: numbered without gaps, no result twice, and replaying it gives the stored state. */
async function expectTrueLogs(conversations: readonly Conversation[]): Promise<void> {
  const postmaster = await findPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('no database');
  const store = postgresStore({ connection: connectionSettings(postmaster) });
  const loadFlow = flowLoader({ store, patterns: re2Patterns() });
  try {
    expect(await store.turns.effectBacklog(new Date())).toMatchObject({ waiting: 0 });
    for (const { session } of conversations) {
      const stored = await store.turns.load(session.id);
      if (!stored) throw new Error(`session ${session.id} is gone`);
      const events = await store.turns.eventsAfter(stored, 0);
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
      const results = events.flatMap((event) => ('effectId' in event ? [event.effectId] : []));
      expect(new Set(results).size).toBe(results.length);
      const flow = await loadFlow(stored.workspaceId, stored.versionId);
      expect(replaySession(flow, stored.id, events).state).toEqual(stored.state);
    }
  } finally {
    await store.close();
  }
}
