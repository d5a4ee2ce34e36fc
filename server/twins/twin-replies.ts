import { storedSettings } from '../../contract/deployment-settings.ts';
import type { AskTwinEffect } from '../../core/session/effect.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { EventOf, SessionEvent } from '../../core/session/session-event.ts';
import type { SourceAt } from '../../core/twin/passage.ts';
import type { Said } from '../ports/brain.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import type { TwinReplies } from '../ports/twin-replies.ts';
import { askInTurn } from './ask-in-turn.ts';
import { shownActions, type TwinTalk, talkUnder } from './twin-talk.ts';
import { type Answering, type WrittenAnswer, writeAnswer } from './write-answer.ts';

/** Messages of the session that a brain reads again. */
const messagesRead = 40;
const factsRead = 50;
const sortingMs = 20_000;

/** How the twins of deployments answer in sessions. */
export function twinReplies(ctx: Answering): TwinReplies {
  return {
    prepare(session, effect, events) {
      const reading = Promise.all([talkOf(ctx, session, effect, events), ctx.brains.of(session.workspaceId)]);
      // A turn that is not committed never asks what became of it.
      reading.catch(() => {});
      return {
        async write(hear, signal) {
          const [talk, models] = await reading;
          const answer = await writeAnswer(ctx, models, talk, effect.question, hear, signal);
          return presentReply(effect, talk, answer);
        },
      };
    },
    async sort(session, effect) {
      const { id, nodeId, text, intents } = effect;
      const result = { type: 'textClassified', effectId: id, nodeId } as const;
      const { language } = session.state;
      const { brains } = await ctx.brains.of(session.workspaceId);
      const { done } = await askInTurn(ctx, brains, 'sort a text', (brain) =>
        brain.sort({ text, language, intents }, AbortSignal.timeout(sortingMs)),
      );
      return { ...result, intentId: done?.result ?? null, by: done?.by.kind === 'model' ? 'model' : 'words' };
    },
  };
}

async function talkOf(
  ctx: Answering,
  session: TurnSession,
  effect: AskTwinEffect,
  events: readonly SessionEvent[],
): Promise<TwinTalk> {
  const { workspaceId, state } = session;
  const talk = await ctx.store.talks.find({
    workspaceId,
    sessionId: session.id,
    twinId: effect.twinId,
    messagesAtMost: messagesRead + 1,
    factsAtMost: factsRead,
  });
  if (!talk?.twin) throw new Error(`session ${session.id} has no twin ${effect.twinId}`);
  const { twin, sources } = talk;
  const begun = storedSettings(talk.atBeginning);
  const now = storedSettings(talk.now);
  const under = talkUnder(begun, now, sources);
  return {
    ...under,
    workspaceId,
    twin,
    instructions: [...under.instructions, effect.instructions].filter((text) => text !== ''),
    language: state.language,
    transcript: transcriptOf(withAdded(talk.messages, events), state, effect.question),
    recorded: begun.versionPolicy.kind === 'pinned' ? recordedSources(talk.recorded) : null,
    personId: talk.personId,
    facts: [...new Set([...talk.facts, ...learnedIn(events, effect.twinId)])],
    sources,
    mayAskEmail: begun.capabilities.collectEmail && !Object.hasOwn(state.position?.variables ?? {}, 'email'),
    exits: effect.exits,
    variables: effect.variables,
  };
}

function recordedSources(recorded: Readonly<Record<string, number>>): SourceAt[] {
  return Object.entries(recorded).map(([sourceId, revision]) => ({ sourceId, revision }));
}

/** The messages read, and those of the turn that asks, which the reading may have come too early for. */
function withAdded(messages: readonly EventOf<'message'>[], events: readonly SessionEvent[]): EventOf<'message'>[] {
  const lastRead = messages.at(-1)?.seq ?? 0;
  return [...messages, ...events.filter((event) => event.type === 'message').filter(({ seq }) => seq > lastRead)];
}

function learnedIn(events: readonly SessionEvent[], twinId: string): string[] {
  return events.flatMap((event) => (event.type === 'factLearned' && event.twinId === twinId ? [event.text] : []));
}

/** What was said besides the question, without messages that wait for their own turn. */
function transcriptOf(
  messages: readonly EventOf<'message'>[],
  { pending, lastSeq }: SessionState,
  question: string,
): Said[] {
  const waiting = new Set(pending.map(({ seq }) => seq));
  const read = messages.filter(({ seq }) => seq <= lastSeq && !waiting.has(seq));
  const asked = read.findLastIndex(({ from, text }) => from === 'visitor' && text === question);
  return read
    .filter((_, at) => at !== asked)
    .map(({ from, text }) => ({ from: from === 'visitor' ? 'visitor' : 'twin', text }));
}

function presentReply(
  { id, nodeId }: AskTwinEffect,
  talk: TwinTalk,
  answer: WrittenAnswer,
): Omit<EventOf<'twinReplied'>, 'seq' | 'at'> {
  return {
    type: 'twinReplied',
    effectId: id,
    nodeId,
    by: answer.by,
    text: answer.text,
    citations: [...answer.citations],
    suggestions: [...answer.suggestions],
    actions: shownActions(talk, answer.actionIds),
    asksEmail: answer.asksEmail,
    offersEnd: answer.offersEnd,
    ...(answer.handoff && { handoff: answer.handoff }),
    ...(answer.exitId !== undefined && { exitId: answer.exitId }),
    variables: [...answer.variables],
    facts: [...answer.facts],
    ...(answer.notice !== undefined && { notice: answer.notice }),
  };
}
