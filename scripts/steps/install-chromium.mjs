import { existsSync } from 'node:fs';
import { lastLines, runProgram, seconds } from './run-program.mjs';
import { Stop } from './stop.mjs';

/** Where Debian puts the browser the journeys drive. */
const debianChromium = '/usr/bin/chromium';
const chromium = process.env.PARLEY_TEST_CHROMIUM ?? debianChromium;
const byHand = `The journeys need Chromium at ${debianChromium}, or wherever PARLEY_TEST_CHROMIUM says. Install it (on Debian: apt-get install chromium) and run the tests again.`;

/** Installs Debian's Chromium when it is absent and this user may; otherwise says what to install. */
export async function installChromium() {
  if (existsSync(chromium)) return;
  const apt = chromium === debianChromium ? await findApt() : null;
  if (!apt) throw new Stop(byHand);
  console.log('Installing Chromium for the browser tests …');
  await run(apt, ['update']);
  const ms = await run(apt, ['install', '-y', '--no-install-recommends', 'chromium']);
  if (!existsSync(chromium)) throw new Stop(`apt-get put no Chromium in place. ${byHand}`);
  console.log(`Chromium installed in ${seconds(ms)}.`);
}

/** apt-get as root or by a sudo that asks nothing; null where neither is to be had. */
async function findApt() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid() === 0) return ['apt-get'];
  const { code } = await runProgram('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : null;
}

async function run([program, ...before], args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output, ms } = await runProgram(program, [...before, ...args], { env });
  if (code !== 0) throw new Stop(`${lastLines(output)}\n\n\`apt-get ${args.join(' ')}\` failed. ${byHand}`);
  return ms;
}
