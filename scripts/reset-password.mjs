import './steps/require-node.mjs';
import { prepare } from './prepare.mjs';
import { inHouse } from './steps/house.mjs';
import { runProgram } from './steps/run-program.mjs';
import { runCommand } from './steps/stop.mjs';

await runCommand(async () => {
  await prepare();
  const program = inHouse('dist/server/reset-password.js');
  const { code } = await runProgram(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    live: true,
  });
  process.exitCode = code;
});
