import { buildTargets, staleTargets } from './steps/build-targets.mjs';
import { installPackages, packagesAreMissing } from './steps/install-packages.mjs';
import { withLock } from './steps/with-lock.mjs';

/** Installs the packages when they are missing or not those of package-lock.json. Silent when nothing is to do. */
export async function prepareTools() {
  if (!packagesAreMissing()) return;
  await withLock(async () => {
    if (packagesAreMissing()) await installPackages();
  });
}

/** Makes the clone ready to run: packages, then whatever in dist/ is older than its sources. Silent when nothing is to do. */
export async function prepare() {
  if (!packagesAreMissing() && staleTargets().length === 0) return;
  await withLock(async () => {
    if (packagesAreMissing()) await installPackages();
    const stale = staleTargets();
    if (stale.length > 0) await buildTargets(stale);
  });
}
