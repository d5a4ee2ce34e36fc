import './steps/require-node.mjs';
import { prepare } from './prepare.mjs';
import { runCommand } from './steps/stop.mjs';

await runCommand(prepare);
