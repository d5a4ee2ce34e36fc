import './steps/require-node.mjs';
import { prepare } from './prepare.mjs';
import { checks } from './steps/checks.mjs';
import { installChromium } from './steps/install-chromium.mjs';
import { runChecks } from './steps/run-checks.mjs';
import { runTests } from './steps/run-tests.mjs';
import { runCommand } from './steps/stop.mjs';

/** Words after `npm test --` choose test files; the checks are then left out. */
const filter = process.argv.slice(2);

await runCommand(async () => {
  await installChromium();
  await prepare();
  const checked = filter.length > 0 ? { passed: 0, failed: 0 } : await runChecks(checks);
  const tested = await runTests(filter, { live: true });
  const passed = checked.passed + tested.passed;
  const failed = checked.failed + tested.failed;
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || tested.passed === 0) process.exitCode = 1;
});
