import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { FinishReason, StopCondition, TextStreamPart, ToolSet } from 'ai';
import type { Answer, Question } from '../../ports/brain.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ModelAccess } from '../../ports/models.ts';
import { aiLibrary, withKeptSchemas } from './ai-library.ts';
import { messagesOf, systemPrompt } from './answer-prompt.ts';
import { answerTools, searchToolName } from './answer-tools.ts';
import { citationMarks } from './citation-marks.ts';
import { later, ModelFailure, modelFailure, never, soon } from './model-failure.ts';
import type { ModelLimits } from './model-world.ts';
import { numberPassages } from './number-passages.ts';
import { silenceTimer } from './silence-timer.ts';

export interface AnswerCall {
  readonly access: ModelAccess;
  readonly model: LanguageModelV3;
  readonly clock: Clock;
  readonly limits: ModelLimits;
  readonly question: Question;
  hear(piece: string): void;
  /** The visitor's stop: what was written so far is the answer. */
  readonly stop: AbortSignal;
  /** The end of all patience; its reason ends a sentence that begins with the model's name. */
  readonly deadline: AbortSignal;
}

/** One attempt to have a model answer. */
export async function streamAnswer(call: AnswerCall): Promise<Answer> {
  const { access, model, clock, question, stop, deadline } = call;
  const ai = await aiLibrary();
  const passages = numberPassages();
  const { tools, asked } = answerTools(question, passages);
  const marks = citationMarks(passages.get);
  const silence = silenceTimer(clock, call.limits);
  const ended = new AbortController();
  const written = writing(call, marks);
  const refuseIfLate = () => {
    const late = [deadline, silence.signal].find(({ aborted }) => aborted);
    if (late !== undefined && !stop.aborted) throw new ModelFailure(access, String(late.reason), later);
  };
  try {
    const { fullStream } = ai.streamText({
      model,
      system: systemPrompt(question),
      messages: messagesOf(question, passages),
      tools: withKeptSchemas(ai, tools),
      maxRetries: 0,
      abortSignal: AbortSignal.any([stop, deadline, silence.signal, ended.signal]),
      onError: () => {},
      stopWhen: [isAnswered, ({ steps }) => steps.length >= call.limits.steps],
      prepareStep: ({ stepNumber }) => (stepNumber >= call.limits.steps - 1 ? { toolChoice: 'none' } : {}),
    });
    for await (const part of fullStream) {
      if (part.type !== 'start' && part.type !== 'start-step') silence.heard();
      take(part, written, access);
    }
    refuseIfLate();
  } catch (error) {
    refuseIfLate();
    if (!stop.aborted) throw modelFailure(access, error);
  } finally {
    silence.stop();
    ended.abort();
  }
  const text = written.end();
  const done = asked();
  if (text.trim() === '' && !stop.aborted && isNothing(done)) throw new ModelFailure(access, 'answered nothing.', soon);
  return { text, cited: marks.cited, suggestions: [], ...done };
}

interface Writing {
  add(text: string): void;
  /** What follows is another paragraph. */
  breakOff(): void;
  end(): string;
}

function writing({ access, limits, hear }: AnswerCall, marks: ReturnType<typeof citationMarks>): Writing {
  let text = '';
  let isBroken = false;
  const say = (piece: string) => {
    if (piece === '') return;
    text += piece;
    hear(piece);
  };
  return {
    add(piece) {
      if (piece === '') return;
      if (isBroken && text.trim() !== '') say(`${marks.end()}\n\n`);
      isBroken = false;
      say(marks.push(piece));
      if (text.length > limits.answerCharacters)
        throw new ModelFailure(access, `wrote more than ${limits.answerCharacters} characters.`, never);
    },
    breakOff() {
      isBroken = true;
    },
    end() {
      say(marks.end());
      return text;
    },
  };
}

function take(part: TextStreamPart<ToolSet>, written: Writing, access: ModelAccess): void {
  switch (part.type) {
    case 'text-delta':
      written.add(part.text);
      break;
    case 'error':
      throw modelFailure(access, part.error);
    case 'finish-step':
      written.breakOff();
      refuseUnlessFinished(access, part.finishReason, part.rawFinishReason);
  }
}

/** A stream that ends without saying why was cut. */
function refuseUnlessFinished(access: ModelAccess, reason: FinishReason, raw: string | undefined): void {
  if (reason === 'content-filter') throw new ModelFailure(access, 'declined to answer: its filter stopped it.', never);
  if (reason === 'error' || (reason === 'other' && raw === undefined))
    throw new ModelFailure(access, 'broke off in the middle of its answer.', soon);
}

/** There is text, and nothing was searched that would still have to be read. */
const isAnswered: StopCondition<ToolSet> = ({ steps }) => {
  const last = steps.at(-1);
  return (
    last !== undefined &&
    last.text.trim() !== '' &&
    last.toolCalls.every(({ toolName, invalid }) => toolName !== searchToolName && invalid !== true)
  );
};

function isNothing({
  actionIds,
  asksEmail,
  offersEnd,
  handoff,
  exitId,
}: Omit<Answer, 'text' | 'cited' | 'suggestions'>) {
  return actionIds.length === 0 && !asksEmail && !offersEnd && handoff === undefined && exitId === undefined;
}
