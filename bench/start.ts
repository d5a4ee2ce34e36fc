import { echoGraph } from '../test/harness/flow-graphs.ts';
import { visitorOf } from '../test/harness/parley-client.ts';
import type { BenchResult } from './bench-result.ts';
import { median } from './median.ts';
import { type Server, startServer } from './start-server.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const starts = 7;
const crashes = 3;
const limitMs = 2000;

/** From the start of the server's process to a visitor's first answer, on the embedded database. */
export function run(): Promise<BenchResult[]> {
  return inTemporaryFolder(async (folder) => {
    const startedAt = performance.now();
    const first = await startServer(folder);
    const firstMs = performance.now() - startedAt;
    const flow = await first.owner.publishedFlow(echoGraph());
    const { key } = await first.owner.deploy(flow.id);
    await first.stop();

    const ordinary = await timeStarts(starts, folder, key, (server) => server.stop());
    const afterKill = await timeStarts(crashes, folder, key, (server) => server.kill());
    const afterCrash = await timeStarts(crashes, folder, key, (server) => server.crash());
    const last = await startServer(folder);
    await last.stop();
    const ok = ordinary <= limitMs;
    return [
      { name: 'first start, until ready', value: firstMs, unit: 'ms' },
      { name: 'start to first reply', value: ordinary, unit: 'ms', target: `≤ ${limitMs}`, ok },
      { name: 'the same after kill -9 of the server', value: afterKill, unit: 'ms' },
      { name: 'the same after kill -9 of the server and its database', value: afterCrash, unit: 'ms' },
    ];
  });
}

/** The median of starts, each after the server before it has ended in this way. */
async function timeStarts(
  count: number,
  folder: string,
  key: string,
  end: (server: Server) => Promise<void>,
): Promise<number> {
  await end(await startServer(folder));
  const times: number[] = [];
  for (let start = 0; start < count; start += 1) {
    const startedAt = performance.now();
    const server = await startServer(folder);
    await firstReply(server, key);
    times.push(performance.now() - startedAt);
    await end(server);
  }
  return median(times);
}

async function firstReply({ url }: Server, key: string): Promise<void> {
  const session = await visitorOf(url, key).start();
  await session.send('hello');
  const texts = await session.agentTexts();
  if (texts.at(-1) !== 'You said: hello') throw new Error(`the visitor was answered ${JSON.stringify(texts)}`);
}
