import { seconds } from './run-program.mjs';

/** As many at once as the smallest machine we mean to be quick on has cores. */
const atOnce = 2;

/**
 * Runs checks side by side and says one line for each when it is done, followed by what a failed one printed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(checks) {
  const waiting = [...checks];
  const counts = { passed: 0, failed: 0 };
  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, ms } = await check.run();
      counts[code === 0 ? 'passed' : 'failed'] += 1;
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.name} (${seconds(ms)})`);
      if (code !== 0) console.log(`\n${output.trim()}\n`);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return counts;
}
