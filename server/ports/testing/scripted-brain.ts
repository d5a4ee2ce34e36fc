import {
  type Answer,
  type Brain,
  type Brains,
  type DistilledRule,
  type Question,
  silence,
  type TextToDistill,
  type TextToSort,
} from '../brain.ts';
import type { Hear } from '../twin-replies.ts';

/** What a brain does with a question: throws, or answers; what it says it hands on itself. */
export type Script = (question: Question, hear: Hear, signal: AbortSignal) => Promise<Partial<Answer>>;

export interface ScriptedBrain extends Brain {
  /** What it was asked, oldest first. */
  readonly questions: readonly Question[];
  /** What it does from now on. */
  does(script: Script): void;
  sorts(script: (text: TextToSort) => Promise<string | null>): void;
  distills(script: (text: TextToDistill) => Promise<DistilledRule[]>): void;
}

/** A brain that passes for a model and does what a test tells it. */
export function scriptedBrain(name = 'scripted'): ScriptedBrain {
  const questions: Question[] = [];
  let script: Script = async () => ({});
  let sorting: (text: TextToSort) => Promise<string | null> = async () => null;
  let distilling: (text: TextToDistill) => Promise<DistilledRule[]> = async () => [];
  return {
    kind: 'model',
    name,
    questions,
    does: (next) => {
      script = next;
    },
    sorts: (next) => {
      sorting = next;
    },
    distills: (next) => {
      distilling = next;
    },
    async answer(question, hear, signal) {
      questions.push(question);
      return { ...silence, ...(await script(question, hear, signal)) };
    },
    sort: (text) => sorting(text),
    distill: (text) => distilling(text),
  };
}

/** The same brains for every workspace, and no embeddings. */
export function sameBrains(...brains: [Brain, ...Brain[]]): Brains {
  return { of: async () => ({ brains, embedder: null }) };
}

/** Says a text in pieces of so many characters. */
export function sayInPieces(hear: Hear, text: string, length = 7): void {
  for (let at = 0; at < text.length; at += length) hear.piece(text.slice(at, at + length));
}
