import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { inHouse } from './house.mjs';

/** Tests and what only they use are in no build. */
const isForTests = /\.test\.tsx?$|^testing$/;

/** A short text that changes when a file below the paths is added, removed or written: names, sizes and times. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(inHouse(path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(inHouse(path))) return [];
  if (!statSync(inHouse(path)).isDirectory()) return [path];
  return readdirSync(inHouse(path))
    .sort()
    .filter((name) => !isForTests.test(name))
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
