import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const wanted = engines.node.replace(/^>=/, '');

if (isOlder(process.versions.node, wanted)) {
  console.error(`Parley needs Node ${wanted} or newer; this is Node ${process.versions.node}.`);
  console.error('Install a newer one (nodejs.org, nvm or your system’s packages) and run the command again.');
  process.exit(1);
}

function isOlder(version, minimum) {
  const [have, need] = [version, minimum].map((text) => text.split('.').map(Number));
  for (const [index, number] of need.entries()) if (have[index] !== number) return have[index] < number;
  return false;
}
