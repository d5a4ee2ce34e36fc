import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { mailResetLink } from './access/mail-reset-link.ts';
import { aesVault } from './adapters/aes-vault/aes-vault.ts';
import { betterAuthAccounts } from './adapters/better-auth/better-auth-accounts.ts';
import { graphileJobs } from './adapters/graphile-worker/jobs.ts';
import { joseIdentity } from './adapters/jose-identity/jose-identity.ts';
import { aiSdkModels } from './adapters/model-ai-sdk/ai-sdk-models.ts';
import { extractiveBrain } from './adapters/model-extractive/extractive-brain.ts';
import { answerThreshold } from './adapters/passage-index/confidence.ts';
import { passageIndex } from './adapters/passage-index/passage-index.ts';
import { readTerms } from './adapters/passage-index/read-terms.ts';
import { postgresLive } from './adapters/postgres/live.ts';
import { postgresStore } from './adapters/postgres/store.ts';
import { prometheusMetrics } from './adapters/prometheus/prometheus-metrics.ts';
import { randomIds } from './adapters/random-ids/random-ids.ts';
import { re2Patterns } from './adapters/re2-patterns/re2-patterns.ts';
import { type SmtpSettings, smtpMailer } from './adapters/smtp/smtp-mailer.ts';
import { fileReader } from './adapters/source-reader/file-reader.ts';
import { pageReader } from './adapters/source-reader/page-reader.ts';
import { systemClock } from './adapters/system-clock/system-clock.ts';
import { tinyldLanguages } from './adapters/tinyld-languages/tinyld-languages.ts';
import { guardedFetch } from './adapters/undici-http-caller/guarded-fetch.ts';
import { undiciHttpCaller } from './adapters/undici-http-caller/undici-http-caller.ts';
import { undiciPageFetcher } from './adapters/undici-http-caller/undici-page-fetcher.ts';
import { applyRamps } from './deployments/apply-ramps.ts';
import { buildApp } from './http/app.ts';
import { eventStreams } from './http/event-stream.ts';
import { workspaceBrains } from './models/workspace-brains.ts';
import { evaluateSession } from './outcomes/evaluate-session.ts';
import type { Brains } from './ports/brain.ts';
import type { Clock } from './ports/clock.ts';
import type { Context } from './ports/context.ts';
import type { HttpCaller } from './ports/http-caller.ts';
import type { JobHandlers } from './ports/jobs.ts';
import type { Log } from './ports/log.ts';
import type { ModelAccess } from './ports/models.ts';
import type { SourceLimits } from './ports/source-limits.ts';
import type { FileReader, PageReader } from './ports/source-reader.ts';
import { sweepInactiveSessions } from './sessions/end-session.ts';
import type { Engine } from './sessions/engine.ts';
import { sessionEngine } from './sessions/session-engine.ts';
import { embedSource } from './sources/embed-source.ts';
import { readSource } from './sources/read-source.ts';
import { beginRebuilding, rebuildIndexes } from './sources/rebuild-indexes.ts';
import { twinReplies } from './twins/twin-replies.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How long a decision remembers the attributes it saw. */
const attributesKeptMs = 30 * dayMs;
const repliesKeptMs = dayMs;
/** Rows of each kind that one sweep forgets, and that it merges: the next one goes on. */
const forgottenAtOnce = 10_000;
const countersAtOnce = 100_000;
/** How long a stopping server lets requests, running turns and effects finish. */
const graceMs = 10_000;
/** How long one file may take to read. */
const fileMs = 60_000;
/** How long one of the pages that are read with a web address may take. */
const pageMs = 10_000;

export interface Settings {
  /** How to connect to the migrated database as its owner. */
  readonly connection: pg.PoolConfig;
  /** No other node works on this database. */
  readonly isSoleNode: boolean;
  readonly publicUrl: string;
  readonly secretKey: string;
  readonly hasRateLimits: boolean;
  readonly trustProxy: boolean | number | string[];
  readonly httpAllow: readonly string[];
  /** Null: no mail is sent, and passwords are reset from the command line. */
  readonly mail: SmtpSettings | null;
  /** Of workspaces without a model of their own; null for the built-in brain. */
  readonly model: ModelAccess | null;
  readonly sourceLimits: SourceLimits;
  readonly webRoot: string;
  readonly log: Log;
  /** Stand-ins for the outside world, for tests. */
  readonly clock?: Clock;
  readonly httpCaller?: HttpCaller;
  readonly brains?: Brains;
  readonly fileReader?: FileReader;
  readonly pageReader?: PageReader;
}

export interface Parley {
  readonly ctx: Context;
  readonly engine: Engine;
  readonly app: FastifyInstance;
  /** What background jobs do, for tests that move the clock. */
  readonly jobs: JobHandlers;
  /** Starts background work; the caller then lets the app listen. */
  start(): Promise<void>;
  /** Lets running turns finish, gives leases back and closes every connection. */
  stop(): Promise<void>;
}

/** Puts the server together: the only place that chooses adapters. */
export async function compose(settings: Settings): Promise<Parley> {
  const { connection, publicUrl, secretKey } = settings;
  const ids = randomIds();
  const nodeId = settings.isSoleNode ? soleNode : ids.next('nod');
  const log = settings.log.with({ nodeId });
  let isStopping = false;
  const onConnectionLost = (error: Error) => {
    // A database that stops with us may cut the connections we are just closing.
    if (!isStopping) log.warn('a database connection was lost', {}, error);
  };
  const ownerPool = new pg.Pool({ ...connection, max: 12 });
  ownerPool.on('error', onConnectionLost);
  const store = postgresStore({ connection, onConnectionLost });
  const live = postgresLive({ nodeId, isSoleNode: settings.isSoleNode, pool: ownerPool, connection, log });
  const metrics = prometheusMetrics();
  const auth = betterAuthAccounts({
    pool: ownerPool,
    secret: secretKey,
    publicUrl,
    log,
    hasRateLimits: settings.hasRateLimits,
    ids,
    ...(settings.mail && { onResetAsked: (reset) => jobs.add('mailResetLink', reset) }),
  });
  const ownCaller = undiciHttpCaller({ allow: settings.httpAllow });
  const clock = settings.clock ?? systemClock();
  const vault = aesVault(secretKey);
  const toModels = guardedFetch({ allow: modelHosts(settings), replyBytes: modelReplyBytes });
  const models = aiSdkModels({ fetch: toModels.fetch, clock }, settings.model);
  const fetcher = undiciPageFetcher({ allow: settings.httpAllow });
  const limits = readLimits(settings.sourceLimits);
  const files = settings.fileReader ?? fileReader(limits);
  const ctx: Context = {
    store,
    clock,
    ids,
    live,
    httpCaller: settings.httpCaller ?? ownCaller,
    identityVerifier: joseIdentity(),
    vault,
    accounts: auth.accounts,
    patterns: re2Patterns(),
    brains: settings.brains ?? workspaceBrains({ store, clock, vault, models, log }, builtInBrain),
    models,
    passageIndex: passageIndex(store.indexes),
    fileReader: files,
    pageReader: settings.pageReader ?? pageReader({ fetcher, files, limits: { ...limits, timeMs: pageMs } }),
    sourceLimits: settings.sourceLimits,
    languages: tinyldLanguages(),
    mailer: settings.mail && smtpMailer(settings.mail),
    metrics,
    log,
    publicUrl,
    nodeId,
  };
  const engine = sessionEngine(ctx, twinReplies(ctx));
  const handlers = jobHandlers(ctx, engine);
  const jobs = graphileJobs({ pool: ownerPool, isSoleNode: settings.isSoleNode, log, metrics });
  const streams = eventStreams(ctx);
  metrics.watch(async () => {
    const { waiting, oldestMs } = await store.turns.effectBacklog(ctx.clock.now());
    return { effectsWaiting: waiting, oldestEffectWaitMs: oldestMs };
  });
  let isRunning = false;
  const app = await buildApp({
    ctx,
    engine,
    streams,
    auth,
    hasRateLimits: settings.hasRateLimits,
    trustProxy: settings.trustProxy,
    webRoot: settings.webRoot,
    metricsText: metrics.text,
    isReady: () => isRunning,
  });

  return {
    ctx,
    engine,
    app,
    jobs: handlers,
    async start() {
      await live.start();
      await jobs.start(handlers);
      await beginRebuilding(ctx);
      await engine.effects.start();
      isRunning = true;
    },
    async stop() {
      isRunning = false;
      isStopping = true;
      streams.closeAll();
      const stopsAt = ctx.clock.now().getTime() + graceMs;
      const cancelCut = ctx.clock.after(graceMs, () => app.server.closeAllConnections());
      await app.close();
      cancelCut();
      const leftMs = stopsAt - ctx.clock.now().getTime();
      await Promise.all([engine.effects.stop(leftMs), jobs.stop(leftMs)]);
      await ownCaller.close();
      await fetcher.close();
      await toModels.close();
      await live.stop();
      await store.close();
      await ownerPool.end();
    },
  };
}

/** After a crash it takes up what it had begun without waiting for a lease to end. */
const soleNode = 'nod_only';

const builtInBrain = extractiveBrain({ threshold: answerThreshold, readTerms });

/** Above it a reply is no answer: 64 embedded texts take about 4 MB. */
const modelReplyBytes = 32_000_000;

/** The operator's own model may be at a private address. */
function modelHosts({ httpAllow, model }: Settings): string[] {
  return model?.baseUrl ? [...httpAllow, new URL(model.baseUrl).host] : [...httpAllow];
}

/** What reading one file may cost; that of all that are read at once has to end before their jobs are taken for dead. */
function readLimits({ fileMb, pages, characters }: SourceLimits) {
  return { bytes: fileMb * 1_000_000, pages, textCharacters: characters, timeMs: fileMs, memoryMb: 512 };
}

function jobHandlers(ctx: Context, engine: Engine): JobHandlers {
  const judging = { ...ctx, loadFlow: engine.loadFlow };
  return {
    evaluateSession: (payload) => evaluateSession(judging, payload),
    mailResetLink: (payload) => mailResetLink(ctx, payload),
    readSource: (payload) => readSource(ctx, payload),
    embedSource: (payload) => embedSource(ctx, payload),
    rebuildIndexes: (payload) => rebuildIndexes(ctx, payload),
    async sweep() {
      const now = ctx.clock.now();
      await sweepInactiveSessions(engine, now);
      await applyRamps(ctx, now);
      await ctx.store.forget(
        {
          decisionAttributes: new Date(now.getTime() - attributesKeptMs),
          remembered: new Date(now.getTime() - repliesKeptMs),
        },
        forgottenAtOnce,
      );
      await ctx.store.mergeCounters(countersAtOnce);
    },
  };
}

/** Where the build puts the browser code, seen from the built server. */
export const builtWebRoot = join(import.meta.dirname, '..');
