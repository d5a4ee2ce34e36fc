import { existsSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { findCycles } from './find-cycles.ts';
import { type Layer, layerTable } from './layer-table.ts';
import { type Import, readImports } from './read-imports.ts';

const folders = ['core', 'contract', 'server', 'console', 'visitor', 'embed', 'scripts', 'test', 'bench'];
const isSource = /\.(ts|tsx|mts|js|mjs|jsx)$/;
const skipped = new Set(['node_modules', 'dist']);

export interface LayerReport {
  /** How many files were read. A check that read nothing proves nothing. */
  readonly filesRead: number;
  /** One sentence each: the file, the line, the import and what is allowed. */
  readonly violations: readonly string[];
}

/** Reads every source file below `root` and holds its imports against the layer table; cycles are violations too. */
export function findViolations(root: string): LayerReport {
  const files = folders.flatMap((folder) => sourceFiles(root, folder));
  const imports = new Map(files.map((file) => [file, readImports(join(root, file))]));
  const graph = new Map(
    [...imports].map(([file, found]) => [file, ownTargets(file, found).filter((t) => imports.has(t))]),
  );
  const violations = [...imports].flatMap(([file, found]) => [
    ...misplaced(file, found),
    ...ownTargets(file, found)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file} imports ${target}, which is no file: relative imports name their file in full`),
  ]);
  const circles = findCycles(graph).map((cycle) => `imports run in a circle: ${cycle.join(' -> ')}`);
  return { filesRead: files.length, violations: [...violations, ...circles] };
}

function sourceFiles(root: string, folder: string): string[] {
  const entries = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(root, path);
    return isSource.test(entry.name) ? [path] : [];
  });
}

function misplaced(file: string, imports: readonly Import[]): string[] {
  const from = layerOf(file);
  if (!from) return [`${file} lies in no layer: move it, or give it a row in scripts/layers/layer-table.ts`];
  const { mayImport } = from.layer;
  if (mayImport === 'anything') return [];
  return imports.flatMap(({ specifier, line }) => {
    if (specifier === null) return [`${file}:${line} imports something computed, which no check can follow`];
    const target = targetOf(file, specifier);
    if (target === from.key || mayImport.some((allowed) => isAllowed(allowed, target, specifier))) return [];
    return [
      `${file}:${line} imports ${specifier}: ${from.layer.name} may import ${['itself', ...mayImport].join(', ')}`,
    ];
  });
}

/** The layer's name for our own files (with its folder for a feature or adapter), else `npm` or `node:`. Aliases are not used here. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return layerOf(resolve(file, specifier))?.key ?? 'no layer';
  if (/^[/#~]/.test(specifier)) return 'no layer';
  return isBuiltin(specifier) ? 'node:' : 'npm';
}

function isAllowed(allowed: string, target: string, specifier: string): boolean {
  if (allowed === 'zod') return target === 'npm' && /^zod($|\/)/.test(specifier);
  return target === allowed || target.startsWith(`${allowed}: `);
}

function layerOf(path: string): { layer: Layer; key: string } | null {
  for (const layer of layerTable) {
    const match = layer.holds.exec(path);
    if (match) return { layer, key: match[1] ? `${layer.name}: ${match[1]}` : layer.name };
  }
  return null;
}

function ownTargets(file: string, imports: readonly Import[]): string[] {
  return imports.flatMap(({ specifier }) => (specifier?.startsWith('.') ? [resolve(file, specifier)] : []));
}

/** A bundler's `?query` is no part of the file's name. */
function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
}
