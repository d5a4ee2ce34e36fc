import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A machine shared with other work may stand still for a while; no test is about time.
          testTimeout: 60_000,
          include: ['{core,contract,server,console,visitor,embed}/**/*.test.ts'],
          environment: 'node',
          // Pure code leaves nothing behind for the next file, and starting afresh takes longer than most files do.
          isolate: false,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: ['test/harness/database-servers.ts'],
        },
      },
    ],
  },
});
