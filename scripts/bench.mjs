import './steps/require-node.mjs';
import { prepare } from './prepare.mjs';
import { runTool } from './steps/run-program.mjs';
import { runCommand } from './steps/stop.mjs';

await runCommand(async () => {
  await prepare();
  const { code } = await runTool('tsx/dist/cli.mjs', ['scripts/run-benches.ts', ...process.argv.slice(2)], {
    live: true,
  });
  process.exitCode = code;
});
