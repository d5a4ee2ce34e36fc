import { existsSync } from 'node:fs';
import { inHouse } from './house.mjs';
import { runTool } from './run-program.mjs';

/**
 * Everything that is checked without running the product.
 * @type {readonly { name: string, run: () => Promise<{ code: number, output: string, ms: number }> }[]}
 */
export const checks = [
  { name: 'dead code', run: () => runTool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'promises', run: () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']) },
  ...['tsconfig.json', 'test/tsconfig.json', 'visitor/tsconfig.json', 'embed/tsconfig.json', 'console/tsconfig.json']
    .filter((project) => existsSync(inHouse(project)))
    .map((project) => ({
      name: `types, ${project}`,
      run: () => runTool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', project]),
    })),
  { name: 'format and lint', run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']) },
  { name: 'layers', run: () => runTool('tsx/dist/cli.mjs', ['scripts/check-layers.ts']) },
];
