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

/** Has the ended session judged, once. A background job, not an effect of the turn's leased table. */
export interface EvaluateGoalEffect {
  readonly type: 'evaluateGoal';
}

/** What the core asks of the outside world. Data: the core never performs it. Ids are unique within the session. */
export type Effect = CallHttpEffect | ScheduleTimerEffect | EvaluateGoalEffect;
/** Effects that answer with an event of the same session. */
export type AnsweredEffect = CallHttpEffect | ScheduleTimerEffect;
