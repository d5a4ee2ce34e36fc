import { spawn } from 'node:child_process';
import { root } from './house.mjs';

/**
 * Runs a program in the clone and keeps what it says; `live` shows it as it comes instead.
 * @returns {Promise<{ code: number, output: string, ms: number }>} 127 when there is no such program
 */
export function runProgram(program, args, { live = false, env = {} } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const stdio = live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const finish = (code, text) =>
      resolve({ code, output: Buffer.concat(chunks).toString() + text, ms: performance.now() - startedAt });
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code, signal) => finish(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

/** Runs a tool that came with `npm ci`, by its JavaScript entry, so that it works without a shell. */
export function runTool(entry, args, options) {
  return runProgram(process.execPath, [`node_modules/${entry}`, ...args], options);
}

/** The last lines of a long output. */
export function lastLines(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** A duration for people. */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
