import type { BrainKind } from '../../core/session/session-event.ts';
import type { Citation } from '../../core/twin/citation.ts';
import { guardReply } from '../../core/twin/guardrails/guard-reply.ts';
import { twinPhrase } from '../../core/twin/twin-phrases.ts';
import {
  type Answer,
  type Brain,
  type Embedder,
  type FoundPassage,
  type ModelsAtHand,
  silence,
} from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import { storableText } from '../ports/store/storable-text.ts';
import type { Hear } from '../ports/twin-replies.ts';
import { askInTurn } from './ask-in-turn.ts';
import { findForQuestion } from './find-for-question.ts';
import { passageFinder } from './find-passages.ts';
import { guardOf, withoutLeaks } from './guard-answer.ts';
import { type HiddenMaterial, hiddenMaterial } from './hidden-material.ts';
import { storableAnswer } from './storable-answer.ts';
import type { TwinTalk } from './twin-talk.ts';

export type Answering = Pick<Context, 'store' | 'brains' | 'passageIndex' | 'languages' | 'log' | 'metrics'>;

/** An answer that may be shown: nothing internal is in any part of it. */
export interface WrittenAnswer extends Omit<Answer, 'cited'> {
  readonly by: BrainKind;
  readonly citations: readonly Citation[];
  /** What was found for the question, used or not. */
  readonly found: readonly FoundPassage[];
  /** Why the first choice of brain did not answer, for the owner. */
  readonly notice?: string;
}

/**
 * Has the workspace's brains answer, one after the other until one does; when none can, an apology is the answer.
 * What is heard has been checked, sentence by sentence. With the signal it stops, and what was said is the answer.
 */
export async function writeAnswer(
  ctx: Answering,
  { brains, embedder }: ModelsAtHand,
  talk: TwinTalk,
  question: string,
  hear: Hear,
  signal: AbortSignal,
): Promise<WrittenAnswer> {
  const language = ctx.languages.tell(question, talk.languages) ?? talk.language;
  const { done, failures } = await askInTurn(ctx, brains, 'answer', (brain) =>
    answerBy(ctx, { brain, embedder }, { ...talk, language }, question, hear, signal).catch((error: unknown) => {
      hear.restart();
      throw error;
    }),
  );
  if (done) {
    const { by, result } = done;
    ctx.metrics.count('twinReplied', { by: by.kind });
    return failures.length === 0 ? result : { ...result, notice: noticeOf(failures, by) };
  }
  const apology = twinPhrase('apology', language);
  hear.piece(apology);
  return { ...silence, by: 'builtIn', text: apology, citations: [], found: [], notice: failures.join(' ') };
}

async function answerBy(
  ctx: Answering,
  { brain, embedder }: { brain: Brain; embedder: Embedder | null },
  talk: TwinTalk,
  question: string,
  hear: Hear,
  signal: AbortSignal,
): Promise<WrittenAnswer> {
  const find = passageFinder(ctx, talk, brain.kind, embedder);
  const [found, hidden] = await Promise.all([
    findForQuestion(find, talk, question, {
      kind: brain.kind,
      hasSubject: ctx.passageIndex.hasSubject(question),
    }),
    // The built-in brain says nothing but what it quotes of sources that may be mentioned.
    brain.kind === 'model' ? hiddenMaterial(ctx, talk) : null,
  ]);
  const written = checkedWriting(talk, question, { found, hidden }, hear);
  const answer = await brain.answer(
    {
      twin: talk.twin,
      goal: talk.goal,
      instructions: talk.instructions,
      language: talk.language,
      languages: talk.languages,
      transcript: talk.transcript,
      facts: talk.facts,
      text: question,
      passages: found,
      actions: talk.actions.map(({ id, label, description = '', condition = '' }) => ({
        id,
        label,
        description,
        condition,
      })),
      mayAskEmail: talk.mayAskEmail,
      exits: talk.exits,
      variables: talk.variables,
      search: async (words) => {
        const more = await find(words);
        written.show(more);
        return more;
      },
    },
    written.hear,
    signal,
  );
  const said = storableText(written.finish());
  const { cited, ...rest } = withoutLeaks(written.guard(), said, storableAnswer(answer));
  const { text, citations } = cite(said, cited);
  return { ...rest, by: brain.kind, text, citations, found };
}

/** Passes on what a brain writes once it is checked; passages shown to it later are guarded from then on. */
function checkedWriting(
  talk: TwinTalk,
  question: string,
  { found, hidden }: { found: readonly FoundPassage[]; hidden: HiddenMaterial | null },
  hear: Hear,
) {
  let shown = found;
  let guard = guardOf(talk, question, shown, hidden);
  const checker = guardReply(guard, twinPhrase('withheld', talk.language));
  let text = '';
  const tell = (release: string) => {
    text += release;
    if (release !== '') hear.piece(release);
  };
  return {
    guard: () => guard,
    show(more: readonly FoundPassage[]) {
      shown = [...shown, ...more];
      guard = guardOf(talk, question, shown, hidden);
      checker.guardWith(guard);
    },
    hear: {
      piece: (piece: string) => tell(checker.check(piece).release),
      restart() {
        text = '';
        checker.restart();
        hear.restart();
      },
    },
    finish(): string {
      tell(checker.finish().release);
      return text.trim();
    },
  };
}

/** Numbers the passages that the text still cites; a mark of anything that must not be cited is taken out. */
function cite(text: string, cited: readonly FoundPassage[]): { text: string; citations: Citation[] } {
  const citations = new Map<number, Citation>();
  const kept = text.replace(/\s?\[(\d{1,3})\]/g, (mark, digits: string) => {
    const number = Number(digits);
    const passage = cited[number - 1];
    if (passage?.access !== 'mentioned') return '';
    const { sourceId, revision, title, url, headings, page } = passage;
    citations.set(number, {
      number,
      sourceId,
      revision,
      passage: passage.number,
      title,
      ...(url && { url }),
      headings: [...headings],
      page,
      quote: passage.text,
    });
    return mark;
  });
  return { text: kept, citations: [...citations.values()].sort((one, other) => one.number - other.number) };
}

function noticeOf(failures: readonly string[], brain: Brain): string {
  return `${failures.join(' ')} Answered by: ${brain.name}.`;
}
