import type { BrainKind, EndReason, Mode } from '../../core/session/session-event.ts';
import type { JobName } from './jobs.ts';

type Result = 'done' | 'failed';

/** Things that happen, and what tells them apart. Labels have few values: never an id. */
export interface Counted {
  sessionStarted: { mode: Mode };
  sessionEnded: { reason: EndReason };
  rolloutDecided: { reason: string };
  messageAccepted: Record<string, never>;
  turnCommitted: Record<string, never>;
  /** `failed`: given up, or to be tried again. */
  effectPerformed: { kind: string; result: Result };
  providerFailed: { provider: string };
  twinReplied: { by: BrainKind };
  jobFinished: { job: JobName; result: Result };
}

/** Things that take time. */
export interface Timed {
  /** Where a turn's time goes: reading the session, the core, writing the turn; `effect` is the wait for the outside. */
  turn: { stage: 'load' | 'advance' | 'commit' | 'effect' };
  /** `route` is the pattern, such as `/api/v1/flows/:id`; the count by status comes with it. */
  httpRequest: { method: string; route: string; status: number };
}

/** Things there are a number of at this moment, on this node. */
export type Held = 'liveStreams' | 'runningTurns';

/** Things whose number is looked up when somebody asks for the metrics. */
export type Watched = 'effectsWaiting' | 'oldestEffectWaitMs';

/** What an operator asks at night, counted. */
export interface Metrics {
  count<Name extends keyof Counted>(name: Name, labels: Counted[Name]): void;
  time<Name extends keyof Timed>(name: Name, labels: Timed[Name], elapsedMs: number): void;
  /** Counts one more until the returned function is called. */
  hold(name: Held): () => void;
  /** Reads the watched numbers whenever somebody asks for the metrics; when that fails they are left out of the answer. */
  watch(read: () => Promise<Record<Watched, number>>): void;
}
