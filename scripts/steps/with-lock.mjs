import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inHouse } from './house.mjs';

const path = inHouse('.cache/prepare.lock');
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const beatMs = 1_000;
/** A holder that has not beaten for so long is gone: it was killed, for a living one beats every second. */
const goneAfterMs = 10_000;

/** Runs the work while no other command of this clone installs or builds. Waits for one that does. */
export async function withLock(work) {
  mkdirSync(inHouse('.cache'), { recursive: true });
  await take();
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), beatMs);
  const release = () => rmSync(path, { force: true });
  const releaseAndDie = (signal) => {
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of stopSignals) process.once(signal, releaseAndDie);
  try {
    return await work();
  } finally {
    for (const signal of stopSignals) process.off(signal, releaseAndDie);
    clearInterval(beat);
    release();
  }
}

async function take() {
  let hasSpoken = false;
  while (!tryTake()) {
    if (silentMs() > goneAfterMs) rmSync(path, { force: true });
    else if (!hasSpoken) console.log('Waiting for another command that is preparing this folder …');
    hasSpoken = true;
    await sleep(200);
  }
}

function tryTake() {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function silentMs() {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}
