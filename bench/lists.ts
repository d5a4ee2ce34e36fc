import { Client } from 'pg';
import { greetingGraph } from '../test/harness/flow-graphs.ts';
import type { Json } from '../test/harness/http-client.ts';
import type { BenchResult } from './bench-result.ts';
import { fillLists, idOf, type Originals, rowsPerList, wordOf } from './list-rows.ts';
import { type Server, startServer } from './start-server.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const rounds = 5;
/** Of one round, for one list. A round before the first warms up. */
const requests = 40;
const targetMs = 50;
const yardstick = 'nothing (the yardstick)';
const withoutTarget = new Set([yardstick, 'dashboard of 90 days']);

/** What owners look through, each with 100,000 rows. A path is asked for again and again, with another number each time. */
type Paths = Readonly<Record<string, (number: number) => string>>;

/** How long the slowest twentieth of the requests for a page of each list takes, beside a request that reads nothing. */
export function run(): Promise<BenchResult[]> {
  return inTemporaryFolder(async (folder) => {
    const server = await startServer(folder);
    try {
      const member = await newMember(server);
      const originals = await makeOriginals(server, member.userId);
      const client = new Client(server.connection);
      await client.connect();
      await fillLists(client, originals).finally(() => client.end());
      return await measure(server, member.cookie, pathsOf(originals));
    } finally {
      await server.stop();
    }
  });
}

function pathsOf({ flowId }: Originals): Paths {
  const busy = idOf('dep', rowsPerList);
  const sessions = (query: string) => () => `/api/v1/sessions?${query}`;
  return {
    [yardstick]: () => '/healthz',
    sessions: sessions('limit=50'),
    'sessions, 200 of them': sessions('limit=200'),
    'sessions of a span': (number) => sessions(spanOf(number))(),
    'sessions of a deployment': sessions(`deployment=${busy}`),
    'sessions by outcome': sessions('outcome=unjudged'),
    'sessions by an outcome nobody has': sessions('outcome=unclear'),
    'sessions by end reason': sessions('endReason=inactivity'),
    'sessions by an end reason nobody has': sessions('endReason=failed'),
    'sessions by mode': sessions('mode=video'),
    'sessions by language': sessions('language=de'),
    'sessions by a version nobody met': sessions('version=7'),
    'sessions still active': sessions('status=active'),
    'sessions of tests': sessions('kind=test'),
    'sessions by several': sessions(`deployment=${busy}&outcome=achieved&mode=chat&endReason=visitorLeft&language=de`),
    'sessions unread': sessions('unread=true'),
    'sessions with a word of one': (number) => sessions(`q=unique${rowsPerList - number * 701}`)(),
    'sessions with words of some': (number) => sessions(`q=${wordOf(number * 41)}%20${wordOf(number * 41 + 21)}`)(),
    'sessions with a word of all': sessions('q=order'),
    'sessions with a word of nobody': (number) => sessions(`q=absent${number}`)(),
    'sessions with a word of all and an outcome': sessions('q=order&outcome=unclear'),
    'sessions of a name': (number) => sessions(`q=given${number}`)(),
    people: () => '/api/v1/people',
    'people of a name': (number) => `/api/v1/people?q=family${number * 911}`,
    'people of a domain': () => '/api/v1/people?q=example',
    decisions: () => `/api/v1/deployments/${busy}/decisions`,
    'decisions of a visitor': (number) => `/api/v1/deployments/${busy}/decisions?unitKey=browser-${number * 2}`,
    deployments: () => '/api/v1/deployments',
    'deployments of a name': (number) => `/api/v1/deployments?q=${number * 911}`,
    'deployments of a name of all': () => '/api/v1/deployments?q=deployment',
    'deployments of one status by name': () => '/api/v1/deployments?status=inactive&sort=name',
    'deployments by sessions': () => '/api/v1/deployments?sort=sessions',
    'deployments by success, of one status': () => '/api/v1/deployments?sort=success&status=inactive',
    'deployments of a name of all, by sessions': () => '/api/v1/deployments?sort=sessions&q=deployment',
    flows: () => '/api/v1/flows',
    'flows of a name': (number) => `/api/v1/flows?q=${number * 911}`,
    'flows of a name of all': () => '/api/v1/flows?q=flow',
    twins: () => '/api/v1/twins',
    'twins of a name': (number) => `/api/v1/twins?q=${number * 911}`,
    'twins of a name of all': () => '/api/v1/twins?q=twin',
    'audit log': () => '/api/v1/audit',
    dashboard: () => '/api/v1/dashboard',
    'dashboard of 90 days': () => `/api/v1/dashboard?from=${daysAgo(90)}`,
    'dashboard of a deployment': () => `/api/v1/dashboard?deployment=${busy}`,
    funnel: () => `/api/v1/flows/${flowId}/versions/1/funnel`,
  };
}

function spanOf(number: number): string {
  return `from=${daysAgo(number * 0.8 + 5)}&to=${daysAgo(number * 0.8)}`;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

async function makeOriginals({ owner }: Server, userId: string): Promise<Originals> {
  const flow = await owner.publishedFlow(greetingGraph());
  const deployment = await owner.deploy(flow.id);
  const twin = await owner.must(201, 'POST', '/api/v1/twins', { name: 'Ada' });
  return { flowId: flow.id, twinId: twin.id, deploymentId: deployment.id, userId };
}

/** Somebody who reads in the console: only members have unread sessions. */
async function newMember({ url, owner }: Server): Promise<{ userId: string; cookie: string }> {
  const { link } = await owner.must(201, 'POST', '/api/v1/invitations', { role: 'viewer' });
  const account = { name: 'Reader', email: 'reader@example.com', password: 'only for benchmarks' };
  const accepted = await fetch(`${url}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(link).hash.slice(1), ...account }),
  });
  const cookies = accepted.headers.getSetCookie().map((line) => line.split(';')[0]);
  const { userId }: Json = await accepted.json();
  return { userId, cookie: cookies.join('; ') };
}

/** In rounds over all lists; the least disturbed round of each counts, because others may be at work on the machine. */
async function measure(server: Server, cookie: string, paths: Paths): Promise<BenchResult[]> {
  const best = new Map<string, number>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, pathOf] of Object.entries(paths)) {
      const p95 = await slowestTwentieth((number) => timeOf(server.url + pathOf(number), cookie), round * requests);
      if (round > 0) best.set(name, Math.min(p95, best.get(name) ?? p95));
    }
  }
  return [...best].map(([name, value]) => ({
    name: `p95 of a request: ${name}`,
    value,
    unit: 'ms',
    ...(withoutTarget.has(name) ? {} : { target: `≤ ${targetMs}`, ok: value <= targetMs }),
  }));
}

async function slowestTwentieth(timeOfNumber: (number: number) => Promise<number>, first: number): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < requests; number += 1) times.push(await timeOfNumber((first + number) % 100));
  return percentile(times, 0.95);
}

async function timeOf(url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  const body = await response.text();
  const took = performance.now() - started;
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${body}`);
  return took;
}

/** The value that so large a part of the values does not exceed. */
function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
}
