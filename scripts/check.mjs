import './steps/require-node.mjs';
import { prepareTools } from './prepare.mjs';
import { checks } from './steps/checks.mjs';
import { runChecks } from './steps/run-checks.mjs';
import { runTests } from './steps/run-tests.mjs';
import { runCommand } from './steps/stop.mjs';

const unitTests = { name: 'unit tests', run: () => runTests(['--project', 'unit'], { live: false }) };

await runCommand(async () => {
  await prepareTools();
  const { passed, failed } = await runChecks([unitTests, ...checks]);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
