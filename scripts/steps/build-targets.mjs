import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { compressFiles } from './compress-files.mjs';
import { fingerprint } from './fingerprint.mjs';
import { inHouse } from './house.mjs';
import { lastLines, runTool, seconds } from './run-program.mjs';
import { Stop } from './stop.mjs';

/**
 * What is built into dist/: the folders that appear there, the file that starts it, what it is made from, and how.
 * @typedef {{ name: string, makes: string[], entry: string, config: string, sources: string[], build: (into: string) => Promise<{ code: number, output: string, ms: number }> }} Target
 * @type {readonly Target[]}
 */
const targets = [
  {
    name: 'server',
    makes: ['core', 'contract', 'server'],
    entry: 'server/main.js',
    config: 'tsconfig.build.json',
    sources: ['core', 'contract', 'server', 'tsconfig.json'],
    build: (into) => runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', into]),
  },
  page('visitor'),
  page('embed'),
  page('console'),
];

function page(name) {
  const config = `vite.${name}.config.ts`;
  return {
    name,
    makes: [name],
    entry: name,
    config,
    sources: ['core', 'contract', name, 'scripts/steps/compress-files.mjs'],
    async build(into) {
      const folder = `${into}/${name}`;
      const args = ['build', '-c', config, '--outDir', folder, '--logLevel', 'warn'];
      const result = await runTool('vite/bin/vite.js', args);
      if (result.code === 0) compressFiles(folder);
      return result;
    },
  };
}

/** The targets whose sources have changed since they were last built, with what they look like now. */
export function staleTargets() {
  return targets
    .filter(({ config }) => existsSync(inHouse(config)))
    .map((target) => ({ target, now: fingerprint([...target.sources, target.config, 'package-lock.json']) }))
    .filter(({ target, now }) => !existsSync(inHouse('dist', target.entry)) || readStamp(target) !== now);
}

/** Builds the targets side by side. Nothing in dist/ changes for a target that fails. */
export async function buildTargets(stale) {
  console.log(`Building ${stale.map(({ target }) => target.name).join(', ')} …`);
  const results = await Promise.all(stale.map(buildTarget));
  const failed = results.filter(({ code }) => code !== 0);
  if (failed.length === 0) return;
  const reports = failed.map(({ name, output }) => `${lastLines(output)}\n\nThe build of ${name} failed.`);
  throw new Stop(reports.join('\n'));
}

async function buildTarget({ target, now }) {
  const into = inHouse('dist', `.building-${target.name}`);
  rmSync(into, { recursive: true, force: true });
  const result = await target.build(into);
  if (result.code === 0) {
    replace(target, into);
    writeStamp(target, now);
    console.log(`Built ${target.name} in ${seconds(result.ms)}.`);
  }
  rmSync(into, { recursive: true, force: true });
  return { ...result, name: target.name };
}

/** Moves a finished build into place; the stamp goes first, so that a crash between two moves leads to a new build. */
function replace(target, from) {
  rmSync(stampPath(target), { force: true });
  for (const folder of target.makes) {
    const place = inHouse('dist', folder);
    if (existsSync(place)) renameSync(place, `${from}/replaced-${folder}`);
    renameSync(`${from}/${folder}`, place);
  }
}

function stampPath({ name }) {
  return inHouse('dist', `.stamp-${name}`);
}

function readStamp(target) {
  const path = stampPath(target);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function writeStamp(target, text) {
  mkdirSync(inHouse('dist'), { recursive: true });
  writeFileSync(stampPath(target), text);
}
