import './steps/require-node.mjs';
import { prepare } from './prepare.mjs';
import { runServer } from './steps/run-server.mjs';
import { runCommand } from './steps/stop.mjs';

await runCommand(async () => {
  await prepare();
  await runServer(process.argv.slice(2));
});
