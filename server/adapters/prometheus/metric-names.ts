import type { Counted, Held, Timed, Watched } from '../../ports/metrics.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
}
type Labelled<Labels> = Metric & { readonly labelNames: readonly (keyof Labels & string)[] };

export const counted: { readonly [Name in keyof Counted]: Labelled<Counted[Name]> } = {
  sessionStarted: { name: 'parley_sessions_started_total', help: 'Sessions started', labelNames: ['mode'] },
  sessionEnded: { name: 'parley_sessions_ended_total', help: 'Sessions ended', labelNames: ['reason'] },
  rolloutDecided: { name: 'parley_rollout_decisions_total', help: 'Rollout decisions', labelNames: ['reason'] },
  messageAccepted: { name: 'parley_messages_accepted_total', help: 'Visitor messages accepted', labelNames: [] },
  turnCommitted: { name: 'parley_turns_total', help: 'Turns committed', labelNames: [] },
  effectPerformed: {
    name: 'parley_effects_total',
    help: 'Attempts at effects; a failed one may be tried again',
    labelNames: ['kind', 'result'],
  },
  providerFailed: {
    name: 'parley_provider_errors_total',
    help: 'Failures of something outside the process',
    labelNames: ['provider'],
  },
  twinReplied: { name: 'parley_twin_replies_total', help: 'Answers of twins, by brain', labelNames: ['by'] },
  jobFinished: { name: 'parley_jobs_total', help: 'Background jobs run', labelNames: ['job', 'result'] },
};

export const timed: { readonly [Name in keyof Timed]: Labelled<Timed[Name]> } = {
  turn: { name: 'parley_turn_duration_seconds', help: 'Time of each stage of a turn', labelNames: ['stage'] },
  httpRequest: {
    name: 'parley_http_request_duration_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
  },
};

export const held: { readonly [Name in Held]: Metric } = {
  liveStreams: { name: 'parley_live_streams', help: 'Event streams open on this node' },
  runningTurns: { name: 'parley_running_turns', help: 'Turns running on this node' },
};

export const watched: { readonly [Name in Watched]: Metric & { readonly unit: 'count' | 'seconds' } } = {
  effectsWaiting: {
    name: 'parley_effects_waiting',
    help: 'Effects waiting in the database, for all nodes',
    unit: 'count',
  },
  oldestEffectWaitMs: {
    name: 'parley_oldest_effect_wait_seconds',
    help: 'How long the oldest due effect has been waiting',
    unit: 'seconds',
  },
};

export const durationBucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
