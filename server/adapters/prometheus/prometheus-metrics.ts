import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Counted, Held, Metrics, Timed, Watched } from '../../ports/metrics.ts';
import { counted, durationBucketsSeconds, held, timed, watched } from './metric-names.ts';

export interface PrometheusMetrics extends Metrics {
  /** What a scrape gets: the numbers of this node and of its process. */
  text(): Promise<{ contentType: string; body: string }>;
}

export function prometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counters = mapValues(counted, (metric) => new Counter({ ...metric, registers }));
  const timers = mapValues(timed, (metric) => new Histogram({ ...metric, buckets: durationBucketsSeconds, registers }));
  const holds = mapValues(held, (metric) => new Gauge({ ...metric, registers }));
  const watches = mapValues(watched, (metric) => new Gauge({ ...metric, registers }));
  const readings: (() => Promise<Record<Watched, number>>)[] = [];
  return {
    count: <Name extends keyof Counted>(name: Name, labels: Counted[Name]) => counters[name].inc({ ...labels }),
    time: <Name extends keyof Timed>(name: Name, labels: Timed[Name], elapsedMs: number) =>
      timers[name].observe({ ...labels }, elapsedMs / 1000),
    hold: (name: Held) => takeOne(holds[name]),
    watch: (read) => void readings.push(read),
    async text() {
      await Promise.all(readings.map((read) => refresh(watches, read)));
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

async function refresh(gauges: Record<Watched, Gauge>, read: () => Promise<Record<Watched, number>>): Promise<void> {
  const numbers = await read().catch(() => null);
  for (const name of Object.keys(gauges) as Watched[]) {
    // A number from before the failure would look like the present.
    if (numbers === null) gauges[name].remove();
    else gauges[name].set(watched[name].unit === 'seconds' ? numbers[name] / 1000 : numbers[name]);
  }
}

function takeOne(gauge: Gauge): () => void {
  let isHeld = true;
  gauge.inc();
  return () => {
    if (isHeld) gauge.dec();
    isHeld = false;
  };
}

function mapValues<Key extends string, From, To>(record: Record<Key, From>, map: (value: From) => To): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, map(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
