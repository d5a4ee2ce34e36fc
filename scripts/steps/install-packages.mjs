import { existsSync, readFileSync } from 'node:fs';
import { inHouse } from './house.mjs';
import { lastLines, runProgram, seconds } from './run-program.mjs';
import { Stop } from './stop.mjs';

const cannotReach = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/** Whether node_modules holds what package-lock.json names, by the record npm leaves when an install is complete. */
export function packagesAreMissing() {
  if (!existsSync(inHouse('node_modules/.package-lock.json'))) return true;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).some(([path, wanted]) => {
    if (path === '') return false;
    const found = installed[path];
    return found ? found.version !== wanted.version : !wanted.optional;
  });
}

/** Installs exactly what package-lock.json names. Build tools are among it, so NODE_ENV must not leave them out. */
export async function installPackages() {
  console.log('Installing packages (the first time takes about half a minute) …');
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code, output, ms } = await runNpm(args);
  if (code === 0) return console.log(`Packages installed in ${seconds(ms)}.`);
  if (code === 127)
    throw new Stop('There is no npm here. It comes with Node: install Node with its npm and try again.');
  const reason = cannotReach.test(output)
    ? 'npm could not reach its registry. Check the network (or npm’s proxy and registry settings) and try again.'
    : '`npm ci` failed; its last words stand above.';
  throw new Stop(`${lastLines(output)}\n\nPackages could not be installed: ${reason}`);
}

/** npm tells a script where it lives; without that, it is looked for on the PATH. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? runProgram(process.execPath, [npm, ...args]) : runProgram('npm', args);
}

function packagesOf(path) {
  return JSON.parse(readFileSync(inHouse(path), 'utf8')).packages;
}
