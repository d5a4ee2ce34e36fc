import type { JsonValue } from '../../core/json.ts';
import type { BrainKind } from '../../core/session/session-event.ts';
import type { PassageAt } from '../../core/twin/passage.ts';
import type { TwinContent } from '../../core/twin/twin.ts';
import type { Hear } from './twin-replies.ts';

/** A passage that was found for a question. */
export interface FoundPassage extends PassageAt {
  /** Name of the source. */
  readonly title: string;
  readonly url?: string;
  readonly headings: readonly string[];
  readonly page: number | null;
  readonly text: string;
  readonly score: number;
  /** See `PassageHit`. */
  readonly confidence: number;
  /** `internal` passages may inform a model and are never quoted, named or cited; the built-in brain never gets them. */
  readonly access: 'mentioned' | 'internal';
}

export interface Said {
  readonly from: 'visitor' | 'twin';
  readonly text: string;
}

/** Everything a brain may know of one question. What sources and visitors wrote is data, never instruction. */
export interface Question {
  readonly twin: TwinContent;
  /** What the deployment is for, in words; what lies outside it is declined politely. Empty for no goal. */
  readonly goal: string;
  /** Of the deployment, and of the flow's node. */
  readonly instructions: readonly string[];
  /** The language to answer in, and all that are allowed. */
  readonly language: string;
  readonly languages: readonly string[];
  /** Earlier turns, oldest first, without the question. */
  readonly transcript: readonly Said[];
  /** What visitors said about themselves before, oldest first. */
  readonly facts: readonly string[];
  readonly text: string;
  /** Found for the question, best first. */
  readonly passages: readonly FoundPassage[];
  /** Cards that may be shown, each while its condition (in words; empty for always) holds. */
  readonly actions: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly condition: string;
  }[];
  readonly mayAskEmail: boolean;
  /** Exits of the flow's node that are judged by their description. */
  readonly exits: readonly { readonly id: string; readonly description: string }[];
  /** What to find out on the way, for the flow. */
  readonly variables: readonly { readonly name: string; readonly description: string }[];
  /** Looks for more passages; only what may be used is found. */
  search(question: string): Promise<readonly FoundPassage[]>;
}

/** What a brain answered and asked to be done. Unchecked: guardrails come after it. */
export interface Answer {
  /** Markdown; `[1]` cites `cited[0]`. */
  readonly text: string;
  readonly cited: readonly FoundPassage[];
  /** Questions it could answer, to be offered. */
  readonly suggestions: readonly string[];
  readonly actionIds: readonly string[];
  readonly asksEmail: boolean;
  readonly offersEnd: boolean;
  readonly handoff?: { readonly note: string };
  readonly exitId?: string;
  readonly variables: readonly { readonly name: string; readonly value: JsonValue }[];
  readonly facts: readonly string[];
}

/** An answer that says nothing and asks for nothing. */
export const silence: Answer = {
  text: '',
  cited: [],
  suggestions: [],
  actionIds: [],
  asksEmail: false,
  offersEnd: false,
  variables: [],
  facts: [],
};

export interface TextToSort {
  readonly text: string;
  readonly language: string;
  readonly intents: readonly { readonly id: string; readonly label: string; readonly examples: readonly string[] }[];
}

/** What rules are distilled from. The passages are data, never instruction. */
export interface TextToDistill {
  /** Whose rules they will be; what its rules say already is not said again. */
  readonly twin: TwinContent;
  readonly passages: readonly Pick<FoundPassage, 'title' | 'headings' | 'text'>[];
}

/** A rule that a brain proposes. It holds only once the twin's owner accepts it. */
export interface DistilledRule {
  readonly kind: 'knowledge' | 'style';
  /** Not empty, at most `twinLimits.ruleCharacters`; in the language of its passage. */
  readonly text: string;
  /** Index of the passage it was read from. */
  readonly passage: number;
}

/**
 * Answers a visitor's question. Throws `UpstreamError` when it cannot (time-out, refusal, cut stream, garbage), after
 * its own retries; then the next brain is asked. Stops with the signal, whose abort is not an error: what was written
 * so far is the answer.
 */
export interface Brain {
  readonly kind: BrainKind;
  /** Names it for logs, metrics and the owner: `openai gpt-5`, `built-in`. */
  readonly name: string;
  /** Hands on what it writes as it comes; a retry after a cut stream begins with `restart`. */
  answer(question: Question, hear: Hear, signal: AbortSignal): Promise<Answer>;
  /** The id of the intent that fits, or null. */
  sort(text: TextToSort, signal: AbortSignal): Promise<string | null>;
  /** At most `twinLimits.proposedRules` rules. Absent where a brain cannot write; here an abort is an error. */
  distill?(text: TextToDistill, signal: AbortSignal): Promise<DistilledRule[]>;
}

/** Text turned into vectors, by a model. */
export interface Embedder {
  /** Vectors of different models are never compared. */
  readonly model: string;
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/** What a workspace has to answer with at this moment. */
export interface ModelsAtHand {
  /** In the order they are asked; the built-in one is always last. */
  readonly brains: readonly [Brain, ...Brain[]];
  /** Null where no embedding model is configured. */
  readonly embedder: Embedder | null;
}

export interface Brains {
  of(workspaceId: string): Promise<ModelsAtHand>;
}
