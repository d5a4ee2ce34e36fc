import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchResult } from '../bench/bench-result.ts';
import { benches } from '../bench/index.ts';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const results: BenchResult[] = [];
let isBroken = false;
for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) {
  console.log(`Measuring ${name} …`);
  const measured = await measure(name);
  if (measured) results.push(...measured);
  else isBroken = true;
}
printTable(results);
if (isBroken || results.some(({ ok }) => ok === false)) process.exitCode = 1;

/** In a process of its own, so that no benchmark inherits another's heap or compiled code; null when it failed. */
function measure(name: string): Promise<BenchResult[] | null> {
  return new Promise((resolve) => {
    let measured: BenchResult[] | null = null;
    const child = fork(fileURLToPath(new URL('./run-bench.ts', import.meta.url)), [name]);
    child.on('message', (message) => {
      measured = message as BenchResult[];
    });
    child.on('exit', (code) => resolve(code === 0 ? measured : null));
  });
}

function printTable(rows: readonly BenchResult[]): void {
  const header = ['name', 'value', 'unit', 'target', 'ok'];
  const lines = rows.map(({ name, value, unit, target, ok }) => [
    name,
    written(value),
    unit,
    target ?? '',
    verdict(ok),
  ]);
  const widths = header.map((title, column) =>
    Math.max(...[header, ...lines].map((line) => line[column]?.length ?? 0), title.length),
  );
  for (const line of [header, widths.map((width) => '-'.repeat(width)), ...lines]) {
    console.log(
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

function written(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}

function verdict(ok: boolean | undefined): string {
  if (ok === undefined) return '';
  return ok ? 'ok' : 'MISSED';
}
