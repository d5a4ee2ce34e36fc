import { expect, test } from 'vitest';
import { type PrometheusMetrics, prometheusMetrics } from './prometheus-metrics.ts';

async function lines(metrics: PrometheusMetrics): Promise<string[]> {
  return (await metrics.text()).body.split('\n').filter((line) => line.startsWith('parley_'));
}

test('what is counted is exposed with its labels', async () => {
  const metrics = prometheusMetrics();
  metrics.count('sessionStarted', { mode: 'chat' });
  metrics.count('sessionEnded', { reason: 'inactivity' });
  metrics.count('effectPerformed', { kind: 'callHttp', result: 'failed' });
  metrics.count('turnCommitted', {});
  metrics.count('turnCommitted', {});
  expect(await lines(metrics)).toEqual(
    expect.arrayContaining([
      'parley_sessions_started_total{mode="chat"} 1',
      'parley_sessions_ended_total{reason="inactivity"} 1',
      'parley_effects_total{kind="callHttp",result="failed"} 1',
      'parley_turns_total 2',
    ]),
  );
});

test('times are exposed in seconds, by stage and by route', async () => {
  const metrics = prometheusMetrics();
  metrics.time('turn', { stage: 'commit' }, 3);
  metrics.time('httpRequest', { method: 'GET', route: '/api/v1/flows/:id', status: 404 }, 700);
  expect(await lines(metrics)).toEqual(
    expect.arrayContaining([
      'parley_turn_duration_seconds_sum{stage="commit"} 0.003',
      'parley_turn_duration_seconds_bucket{le="0.0025",stage="commit"} 0',
      'parley_turn_duration_seconds_bucket{le="0.005",stage="commit"} 1',
      'parley_http_request_duration_seconds_count{method="GET",route="/api/v1/flows/:id",status="404"} 1',
    ]),
  );
});

test('what is held is let go of once', async () => {
  const metrics = prometheusMetrics();
  const letGo = metrics.hold('liveStreams');
  metrics.hold('liveStreams');
  letGo();
  letGo();
  expect(await lines(metrics)).toContain('parley_live_streams 1');
});

test('watched numbers are read at every scrape, and left out while they cannot be read', async () => {
  const metrics = prometheusMetrics();
  const readings = [
    async () => ({ effectsWaiting: 7, oldestEffectWaitMs: 1500 }),
    async () => {
      throw new Error('no database');
    },
    async () => ({ effectsWaiting: 0, oldestEffectWaitMs: 0 }),
  ];
  metrics.watch(async () => (await readings.shift()?.()) ?? { effectsWaiting: -1, oldestEffectWaitMs: -1 });
  const first = await lines(metrics);
  expect(first).toContain('parley_effects_waiting 7');
  expect(first).toContain('parley_oldest_effect_wait_seconds 1.5');
  expect((await lines(metrics)).filter((line) => line.startsWith('parley_effects_waiting'))).toEqual([]);
  expect(await lines(metrics)).toContain('parley_effects_waiting 0');
});

test('two servers in one process count apart', async () => {
  const [one, other] = [prometheusMetrics(), prometheusMetrics()];
  one.count('messageAccepted', {});
  expect(await lines(other)).toContain('parley_messages_accepted_total 0');
});

test('the process itself is measured', async () => {
  expect((await prometheusMetrics().text()).body).toContain('nodejs_eventloop_lag');
});
