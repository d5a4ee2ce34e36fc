import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scopes } from '../../contract/scopes.ts';
import { createApiKey } from '../../server/access/api-keys.ts';
import { ensureWorkspace } from '../../server/access/first-start.ts';
import { pinoLog } from '../../server/adapters/pino/logger.ts';
import { compose, type Parley } from '../../server/compose.ts';
import type { Actor } from '../../server/ports/actor.ts';
import type { Brains } from '../../server/ports/brain.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { HttpCaller } from '../../server/ports/http-caller.ts';
import type { ModelAccess } from '../../server/ports/models.ts';
import type { SourceLimits } from '../../server/ports/source-limits.ts';
import type { FileReader, PageReader } from '../../server/ports/source-reader.ts';
import { createTestDatabase, type ServerName } from './database.ts';
import { freePort } from './free-port.ts';
import { type Owner, ownerOf, visitorOf } from './parley-client.ts';

export interface TestParleyOptions {
  readonly server?: ServerName;
  readonly clock?: Clock;
  readonly httpCaller?: HttpCaller;
  readonly brains?: Brains;
  readonly httpAllow?: readonly string[];
  readonly model?: ModelAccess;
  readonly hasRateLimits?: boolean;
  readonly sourceLimits?: Partial<SourceLimits>;
  readonly fileReader?: FileReader;
  readonly pageReader?: PageReader;
  readonly mail?: { readonly url: string; readonly from: string };
  /** How many nodes share the database; the first one is `url`. */
  readonly nodes?: number;
}

/** A running Parley of a test: the real server on a real database of its own, with an owner's key. */
export interface TestParley {
  readonly url: string;
  readonly urls: readonly string[];
  readonly key: string;
  readonly owner: Owner;
  readonly actor: Actor;
  readonly nodes: readonly Parley[];
  readonly parley: Parley;
  /** A visitor on the first node, or on the one at this URL. */
  visitor(deploymentKey: string, nodeUrl?: string): ReturnType<typeof visitorOf>;
  stop(): Promise<void>;
}

const secretKey = 'a secret key of tests, long enough';
const sourceLimits: SourceLimits = {
  fileMb: 50,
  uploadMinutes: 15,
  sources: 1000,
  characters: 4_000_000,
  pages: 2000,
  linkedPages: 5,
};
const webRoot = join(import.meta.dirname, '../../dist');

/** Starts the server in this process, so that a test can move its clock; browser code comes from the build. */
export async function startParley(options: TestParleyOptions = {}): Promise<TestParley> {
  const unbuilt = ['visitor', 'embed', 'console'].filter((part) => !existsSync(join(webRoot, part)));
  if (unbuilt.length > 0) throw new Error(`There is no ${unbuilt.join(', ')} in ${webRoot}: npm run build makes it.`);
  const database = await createTestDatabase(options.server);
  const ports = await Promise.all(Array.from({ length: options.nodes ?? 1 }, freePort));
  const nodes: Parley[] = [];
  for (const port of ports) nodes.push(await startNode(database.poolConfig, port, options));
  const [parley] = nodes;
  if (!parley) throw new Error('a test needs at least one node');
  const { actor } = await ensureWorkspace(parley.ctx);
  const { key } = await createApiKey(parley.ctx, actor, { name: 'test', scopes });
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const url = urls[0] ?? '';
  return {
    url,
    urls,
    key,
    actor,
    nodes,
    parley,
    owner: ownerOf(url, key),
    visitor: (deploymentKey, nodeUrl = url) => visitorOf(nodeUrl, deploymentKey),
    async stop() {
      for (const node of nodes) await node.stop();
      await database.drop();
    },
  };
}

async function startNode(connection: object, port: number, options: TestParleyOptions): Promise<Parley> {
  const node = await compose({
    connection,
    isSoleNode: options.nodes === undefined,
    publicUrl: `http://127.0.0.1:${port}`,
    secretKey,
    hasRateLimits: options.hasRateLimits ?? false,
    trustProxy: false,
    httpAllow: options.httpAllow ?? [],
    mail: options.mail ?? null,
    model: options.model ?? null,
    sourceLimits: { ...sourceLimits, ...options.sourceLimits },
    fileReader: options.fileReader,
    pageReader: options.pageReader,
    webRoot,
    log: pinoLog({ level: process.env.PARLEY_TEST_LOG ?? 'silent' }),
    clock: options.clock,
    httpCaller: options.httpCaller,
    brains: options.brains,
  });
  await node.start();
  await node.app.listen({ host: '127.0.0.1', port });
  return node;
}
