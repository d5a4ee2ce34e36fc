import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { inHouse } from './house.mjs';
import { Stop } from './stop.mjs';

/** Signals a terminal sends to everything that runs in it, the server included. */
const terminalSignals = ['SIGINT', 'SIGHUP'];
/** npm passes on what a terminal or a supervisor has already sent us: the same signal so soon is the same wish. */
const sameWishMs = 1_000;

/** Runs the built server until it ends, hands every wish to stop on to it once, and takes over its exit code. */
export function runServer(args) {
  const main = inHouse('dist/server/main.js');
  if (!existsSync(main))
    throw new Stop('dist/server/main.js is missing although the build passed: is server/main.ts there?');
  const server = spawn(process.execPath, ['--enable-source-maps', main, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', ...terminalSignals]) passOn(signal, server);
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal];
      resolve();
    });
  });
}

function passOn(signal, server) {
  const hasReachedServer = process.stdin.isTTY && terminalSignals.includes(signal);
  let lastAtMs = Number.NEGATIVE_INFINITY;
  process.on(signal, () => {
    const isRepeat = performance.now() - lastAtMs < sameWishMs;
    lastAtMs = performance.now();
    if (!hasReachedServer && !isRepeat) server.kill(signal);
  });
}
