import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Passage } from '../../core/twin/passage.ts';
import { splitPassages } from '../../core/twin/split-passages.ts';

/** One file of the corpus as a source. */
export interface CorpusSource {
  /** From the root of the project. */
  readonly file: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Our own texts, and those of direct dependencies under MIT, ISC or Apache 2.0, read from where npm put them. */
const files = [
  'README.md',
  'docs/GLOSSARY.md',
  'node_modules/zundo/README.md',
  'node_modules/zustand/README.md',
  'node_modules/prom-client/README.md',
  'node_modules/uuid/README.md',
  'node_modules/re2js/README.md',
  'node_modules/cmdk/README.md',
  'node_modules/jose/README.md',
  'node_modules/ipaddr.js/README.md',
  'node_modules/react-hook-form/README.md',
  'node_modules/fast-check/README.md',
  'node_modules/@fastify/static/README.md',
  'node_modules/@fastify/rate-limit/README.md',
  'node_modules/@fastify/cors/README.md',
  'node_modules/@fastify/swagger/README.md',
  'node_modules/@biomejs/biome/README.md',
  'node_modules/@biomejs/biome/README.es.md',
  'node_modules/@biomejs/biome/README.fr.md',
  'node_modules/@biomejs/biome/README.ja.md',
  'node_modules/@biomejs/biome/README.pt-BR.md',
  'node_modules/@biomejs/biome/README.zh-CN.md',
];

const folders = [
  'docs/guides',
  'docs/decisions',
  'node_modules/fastify/docs/Guides',
  'node_modules/fastify/docs/Reference',
  'node_modules/pino/docs',
  'node_modules/undici/docs/docs/api',
  'node_modules/undici/docs/docs/best-practices',
  'node_modules/date-fns/docs',
];

/** Every text as a source of its own, cut as an uploaded one is. */
export function readCorpus(): CorpusSource[] {
  return [...files, ...folders.flatMap(markdownIn)].map((file) => {
    if (!existsSync(file)) throw new Error(`${file} of the retrieval benchmark is missing: run npm ci`);
    return { file, title: titleOf(file), passages: splitPassages(readFileSync(file, 'utf8')) };
  });
}

function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`${folder} of the retrieval benchmark is missing: run npm ci`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => join(folder, name));
}

/** As an owner would name it: the package and the file. */
function titleOf(file: string): string {
  const [, packageName] = /^node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(file) ?? [];
  const name = basename(file, '.md').replaceAll('-', ' ');
  return packageName === undefined ? `Parley ${name}` : `${packageName} ${name}`;
}
