import type { BenchResult } from './bench-result.ts';

/** Every benchmark by the name `npm run bench -- <name>` takes, loaded only when it runs. */
export const benches: Readonly<Record<string, () => Promise<{ run(): Promise<BenchResult[]> }>>> = {
  lists: () => import('./lists.ts'),
  rollout: () => import('./rollout.ts'),
  turn: () => import('./turn.ts'),
};
