import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 50;
const giveUpMs = 30_000;

/** Reads again and again until what was read fits; fails with the last reading. */
export async function until<Read>(read: () => Promise<Read>, fits: (reading: Read) => boolean): Promise<Read> {
  const givenUpAt = Date.now() + giveUpMs;
  for (;;) {
    const reading = await read();
    if (fits(reading)) return reading;
    if (Date.now() > givenUpAt) throw new Error(`still not as expected: ${JSON.stringify(reading)}`);
    await pause(everyMs);
  }
}
