import type { JsonValue } from '../json.ts';

/** Calls the outside world with a rendered request; `{{secret.NAME}}` is still in place, for the server to fill in. */
export interface CallHttpEffect {
  readonly type: 'callHttp';
  readonly id: string;
  readonly nodeId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON to send; absent for no body. */
  readonly body?: JsonValue;
  readonly timeoutMs: number;
  /** Further attempts after the first fails without a response or with 429, 502, 503, 504. */
  readonly retries: number;
}

/** Answers with `timerElapsed` after the delay. */
export interface ScheduleTimerEffect {
  readonly type: 'scheduleTimer';
  readonly id: string;
  readonly delayMs: number;
}

/** Has a twin answer a question; `twinReplied` comes back. */
export interface AskTwinEffect {
  readonly type: 'askTwin';
  readonly id: string;
  readonly nodeId: string;
  readonly twinId: string;
  readonly question: string;
  /** Of the node, rendered. */
  readonly instructions: string;
  /** Exits that the brain judges by their description. */
  readonly exits: readonly { readonly id: string; readonly description: string }[];
  /** What to find out on the way. */
  readonly variables: readonly { readonly name: string; readonly description: string }[];
}

/** Has a text sorted; `textClassified` comes back. */
export interface ClassifyTextEffect {
  readonly type: 'classifyText';
  readonly id: string;
  readonly nodeId: string;
  readonly text: string;
  readonly intents: readonly { readonly id: string; readonly label: string; readonly examples: readonly string[] }[];
}

/** Has the ended session judged, once. A background job, not an effect of the turn's leased table. */
export interface EvaluateGoalEffect {
  readonly type: 'evaluateGoal';
}

/** What the core asks of the outside world. Data: the core never performs it. Ids are unique within the session. */
export type Effect = AnsweredEffect | EvaluateGoalEffect;
/** Effects that answer with an event of the same session. */
export type AnsweredEffect = CallHttpEffect | ScheduleTimerEffect | AskTwinEffect | ClassifyTextEffect;

/** Whether an effect is one of those that a turn waits for. */
export function isAnswered(effect: Effect): effect is AnsweredEffect {
  return effect.type !== 'evaluateGoal';
}
