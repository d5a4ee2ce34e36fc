import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inHouse } from './house.mjs';
import { runTool } from './run-program.mjs';

/**
 * Runs vitest once and counts what it did. A file that does not load, or an error outside every test, counts as one failure.
 * @returns {Promise<{ code: number, output: string, ms: number, passed: number, failed: number }>}
 */
export async function runTests(args, { live }) {
  const report = inHouse('.cache', `tests-${process.pid}.json`);
  mkdirSync(inHouse('.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const run = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], { live });
  const { passed, failed } = count(readReport(report));
  rmSync(report, { force: true });
  return { ...run, passed, failed: run.code !== 0 ? Math.max(failed, 1) : failed };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function count(report) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}
