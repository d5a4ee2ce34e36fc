import { says, startFakeModelServer } from '../test/harness/fake-model-server.ts';
import type { Json } from '../test/harness/http-client.ts';
import { type VisitorSession, visitorOf } from '../test/harness/parley-client.ts';
import { readStream } from '../test/harness/read-stream.ts';
import type { BenchResult } from './bench-result.ts';
import { type Server, startServer } from './start-server.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** For the better part of a thousand answers Node still compiles what it runs: a server that has run for a while is meant. */
const warmUpQuestions = 1000;
const questions = 500;
/** Of one session: a session of hundreds of answers is none that happens. */
const questionsPerSession = 10;
const targetMs = 10;
const question = 'What does the team plan cost?';

/**
 * How long after a message the visitor sees the first words of a model's answer, when the model takes no time at all:
 * the turn's commit, finding passages, the prompt, the model's call over loopback, guarding what comes, and the stream.
 * Beside it a bare call of the same model, in turn with it, which is subtracted.
 */
export function run(): Promise<BenchResult[]> {
  return inTemporaryFolder(async (folder) => {
    const model = await startFakeModelServer();
    model.always(says('The team plan costs 60 euros a month [1]. ', 'It has everything.'));
    const server = await startServer(folder, {
      PARLEY_MODEL: 'openai-compatible:none',
      PARLEY_MODEL_BASE_URL: model.baseUrl,
    });
    try {
      const deploymentKey = await deployedTwin(server);
      const answers: number[] = [];
      const bare: number[] = [];
      for (let asked = 0; asked < warmUpQuestions + questions; asked += questionsPerSession) {
        const session = await visitorOf(server.url, deploymentKey).start();
        const isWarm = asked >= warmUpQuestions;
        const samples = await askInTurn(server.url, session, model.baseUrl);
        if (!isWarm) continue;
        answers.push(...samples.answers);
        bare.push(...samples.bare);
      }
      return report({ answers, bare });
    } finally {
      await server.stop();
      await model.close();
    }
  });
}

async function deployedTwin({ owner }: Server): Promise<string> {
  const twin = await owner.publishedTwin('Ada');
  const source = await owner.note('Prices', '# Prices\n\nThe team plan costs 60 euros a month.');
  return (await owner.deployTwin(twin.id, { sources: { [source.id]: 'mentioned' } })).key;
}

interface Samples {
  /** From sending the message until the first words. */
  readonly answers: number[];
  readonly bare: number[];
}

/** Each question waits for the end of the answer before it, and is followed by a bare call. */
async function askInTurn(url: string, session: VisitorSession, modelUrl: string): Promise<Samples> {
  const samples: Samples = { answers: [], bare: [] };
  const stream = readStream(url, session, 0);
  // A visitor has the stream open before they ask.
  await stream.until((event) => event.type === 'sessionStarted');
  let after = 0;
  const isBegun = (event: Json) => event.offset === 0 && !begun.has(event.effectId);
  const begun = new Set<string>();
  for (let asked = 0; asked < questionsPerSession; asked += 1) {
    const began = performance.now();
    const sent = session.send(question);
    const events = await stream.until(isBegun);
    samples.answers.push(performance.now() - began);
    for (const event of events.filter(isBegun)) begun.add(event.effectId);
    after = Math.max(after, (await sent).seq);
    await stream.until((event) => event.type === 'message' && event.from === 'agent' && event.seq > after);
    samples.bare.push(await bareCall(modelUrl));
  }
  await stream.close();
  return samples;
}

/** Until the first words of the model are there. */
async function bareCall(modelUrl: string): Promise<number> {
  const began = performance.now();
  const body = JSON.stringify({ model: 'none', stream: true, messages: [{ role: 'user', content: question }] });
  const response = await fetch(`${modelUrl}/chat/completions`, { method: 'POST', body });
  let text = '';
  let tookMs = Number.NaN;
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (Number.isNaN(tookMs) && text.includes('team plan')) tookMs = performance.now() - began;
  }
  return tookMs;
}

function report({ answers, bare }: Samples): BenchResult[] {
  const own = shareOf(answers, 0.95) - shareOf(bare, 0.5);
  return [
    { name: 'First words of an answer, p50', value: shareOf(answers, 0.5), unit: 'ms' },
    { name: 'First words of an answer, p95', value: shareOf(answers, 0.95), unit: 'ms' },
    { name: 'The model alone, p50', value: shareOf(bare, 0.5), unit: 'ms' },
    { name: 'The model alone, p95', value: shareOf(bare, 0.95), unit: 'ms' },
    {
      name: 'Our share, p95',
      value: own,
      unit: 'ms',
      target: `≤ ${targetMs}`,
      ok: own <= targetMs,
    },
  ];
}

function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
