import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '../scripts/layers/find-violations.ts';
import { layerTable } from '../scripts/layers/layer-table.ts';

/** One file of each layer for others to import, and what counts as a package or a module of Node's. */
const targets = {
  core: 'core/rollout/target.ts',
  contract: 'contract/target.ts',
  ports: 'server/ports/target.ts',
  'test support': 'server/ports/testing/target.ts',
  errors: 'server/errors.ts',
  'a feature': 'server/flows/target.ts',
  'another feature': 'server/sessions/target.ts',
  'an adapter': 'server/adapters/postgres/target.ts',
  'another adapter': 'server/adapters/smtp/target.ts',
  processes: 'server/adapters/own-process/target.ts',
  http: 'server/http/target.ts',
  config: 'server/config.ts',
  compose: 'server/compose.ts',
  main: 'server/main.ts',
  console: 'console/target.ts',
  visitor: 'visitor/target.tsx',
  embed: 'embed/target.ts',
  tooling: 'test/target.ts',
  zod: 'zod/mini',
  npm: 'fastify',
  'node:': 'node:fs',
} as const;
type Target = keyof typeof targets;

/** The table of the design, said a second time: the file that imports, and everything it may import. */
const rules: Record<string, { at: string; allowed: readonly Target[] }> = {
  core: { at: 'core/rollout', allowed: ['core', 'zod'] },
  contract: { at: 'contract', allowed: ['core', 'contract', 'zod'] },
  ports: { at: 'server/ports', allowed: ['core', 'ports'] },
  'a feature': { at: 'server/flows', allowed: ['core', 'contract', 'ports', 'errors', 'a feature', 'zod'] },
  'an adapter': {
    at: 'server/adapters/postgres',
    allowed: ['core', 'ports', 'errors', 'an adapter', 'processes', 'zod', 'npm', 'node:'],
  },
  processes: { at: 'server/adapters/own-process', allowed: ['processes', 'node:'] },
  http: {
    at: 'server/http',
    allowed: ['core', 'contract', 'ports', 'errors', 'a feature', 'another feature', 'http', 'zod', 'npm', 'node:'],
  },
  compose: {
    at: 'server/compose.ts',
    allowed: [
      'core',
      'ports',
      'errors',
      'a feature',
      'another feature',
      'an adapter',
      'another adapter',
      'http',
      'config',
      'zod',
      'npm',
      'node:',
    ],
  },
  errors: { at: 'server/errors.ts', allowed: ['contract'] },
  console: { at: 'console', allowed: ['core', 'contract', 'console', 'zod', 'npm'] },
  visitor: { at: 'visitor', allowed: ['core', 'contract', 'visitor', 'zod', 'npm'] },
  embed: { at: 'embed', allowed: ['core', 'contract', 'embed'] },
};

const everyTarget = Object.keys(targets) as Target[];

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const path of Object.values(targets)) if (path.includes('/') && path !== targets.zod) plant(path, 'export {};');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function specifierFrom(file: string, target: Target): string {
  const path: string = targets[target];
  if (!/\.tsx?$/.test(path)) return path;
  const relative = posix.relative(posix.dirname(file), path);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

describe('the layer check', () => {
  test('has a rule here for every restricted row of its table', () => {
    const restricted = layerTable.filter(({ mayImport }) => mayImport !== 'anything').map(({ name }) => name);
    expect(Object.keys(rules).sort()).toEqual(restricted.sort());
  });

  test('finds nothing in a tree without imports', () => {
    expect(findViolations(root)).toEqual({ filesRead: 18, violations: [] });
  });

  test.each(Object.entries(rules))('of %s refuses every import its row does not allow, and no other', (_, rule) => {
    const file = rule.at.endsWith('.ts') ? rule.at : `${rule.at}/planted.ts`;
    const others = everyTarget.filter((target) => targets[target] !== file);
    plant(file, others.map((target) => `import type {} from '${specifierFrom(file, target)}';`).join('\n'));
    const { violations } = findViolations(root);
    const refused = others.filter((_target, index) =>
      violations.some((found) => found.startsWith(`${file}:${index + 1} `)),
    );
    expect(refused).toEqual(others.filter((target) => !rule.allowed.includes(target)));
  });

  test.each([
    "import { main } from '../server/main.ts';",
    "import '../server/main.ts';",
    "import type { Main } from '../server/main.ts';",
    "import { type Main } from '../server/main.ts';",
    "export { main } from '../server/main.ts';",
    "export * from '../server/main.ts';",
    "export type * from '../server/main.ts';",
    "export const main = async () => (await import('../server/main.ts')).main;",
    "export type Main = Map<string, import('../server/main.ts').Main>;",
    "export const Page = () => <p onClick={() => import('../server/main.ts')}>Hello</p>;",
    "export const load = (name: string) => import('../server/' + name);",
    "import '/server/main.ts';",
  ])('sees %s', (text) => {
    plant('visitor/planted.tsx', text);
    expect(findViolations(root).violations).toEqual([expect.stringContaining('visitor/planted.tsx:1 imports ')]);
  });

  test('refuses a circle of imports, of types too, and says the way round', () => {
    plant('core/a.ts', "import { b } from './b.ts';\nexport type A = 1;");
    plant('core/b.ts', "import type { A } from './a.ts';\nexport const b: A = 1;");
    expect(findViolations(root).violations).toEqual(['imports run in a circle: core/a.ts -> core/b.ts -> core/a.ts']);
  });

  test('refuses a file that lies in no layer', () => {
    plant('server/stray.ts', 'export {};');
    expect(findViolations(root).violations).toEqual([expect.stringContaining('server/stray.ts lies in no layer')]);
  });

  test('refuses a relative import that names no file', () => {
    plant('core/planted.ts', "import './rollout/target';");
    expect(findViolations(root).violations).toEqual([expect.stringContaining('which is no file')]);
  });

  test.each(['core/planted.test.ts', 'core/testing/planted.ts'])('leaves %s free to import anything', (file) => {
    plant(file, everyTarget.map((t) => `import '${specifierFrom(file, t)}';`).join('\n'));
    expect(findViolations(root).violations).toEqual([]);
  });

  test('reads this project, and finds every import in its place', () => {
    const { filesRead, violations } = findViolations(process.cwd());
    expect(filesRead).toBeGreaterThan(50);
    expect(violations).toEqual([]);
  });
});
