/** A kind of file, told by its path, and what such a file may import. Types count: an `import type` is an import. */
export interface Layer {
  /** As violations name it. */
  readonly name: string;
  /** Matches the paths it holds. A captured folder name makes each folder a layer of its own. */
  readonly holds: RegExp;
  /** Names of layers, `zod`, `npm` (any package) or `node:` (Node's own modules). A file may always import its own layer. */
  readonly mayImport: readonly string[] | 'anything';
}

/** Who may import whom. The first row that holds a path decides; a file that no row holds is a violation. */
export const layerTable: readonly Layer[] = [
  { name: 'test support', holds: /\.test\.tsx?$|\/testing\//, mayImport: 'anything' },
  { name: 'core', holds: /^core\//, mayImport: ['zod'] },
  { name: 'contract', holds: /^contract\//, mayImport: ['core', 'zod'] },
  { name: 'ports', holds: /^server\/ports\//, mayImport: ['core'] },
  { name: 'processes', holds: /^server\/adapters\/own-process\//, mayImport: ['node:'] },
  {
    name: 'an adapter',
    holds: /^server\/adapters\/([^/]+)\//,
    mayImport: ['processes', 'core', 'ports', 'errors', 'npm', 'node:'],
  },
  {
    name: 'http',
    holds: /^server\/http\//,
    mayImport: ['a feature', 'core', 'contract', 'ports', 'errors', 'npm', 'node:'],
  },
  { name: 'a feature', holds: /^server\/([^/]+)\//, mayImport: ['core', 'contract', 'ports', 'errors', 'zod'] },
  { name: 'errors', holds: /^server\/errors\.ts$/, mayImport: ['contract'] },
  { name: 'config', holds: /^server\/config\.ts$/, mayImport: 'anything' },
  {
    name: 'compose',
    holds: /^server\/compose\.ts$/,
    mayImport: ['a feature', 'an adapter', 'http', 'core', 'ports', 'errors', 'config', 'npm', 'node:'],
  },
  { name: 'main', holds: /^server\/(main|reset-password)\.ts$/, mayImport: 'anything' },
  { name: 'console', holds: /^console\//, mayImport: ['core', 'contract', 'npm'] },
  { name: 'visitor', holds: /^visitor\//, mayImport: ['core', 'contract', 'npm'] },
  { name: 'embed', holds: /^embed\//, mayImport: ['core', 'contract'] },
  { name: 'tooling', holds: /^(scripts|test|bench)\/|^[^/]+\.config\.ts$/, mayImport: 'anything' },
];
