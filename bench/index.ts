import type { BenchResult } from './bench-result.ts';

/** Every benchmark by the name `npm run bench -- <name>` takes, loaded only when it runs. */
export const benches: Readonly<Record<string, () => Promise<{ run(): Promise<BenchResult[]> }>>> = {
  'first-token': () => import('./first-token.ts'),
  'idle-streams': () => import('./idle-streams.ts'),
  lists: () => import('./lists.ts'),
  retrieval: () => import('./retrieval.ts'),
  'retrieval-speed': () => import('./retrieval-speed.ts'),
  rollout: () => import('./rollout.ts'),
  start: () => import('./start.ts'),
  turn: () => import('./turn.ts'),
};
