import type { Json } from '../../test/harness/http-client.ts';
import { type Owner, sessionOf } from '../../test/harness/parley-client.ts';

/** What somebody says in the demo, in the deployment of this name. Who does not come to an end, leaves. */
interface Talk {
  readonly deployment: string;
  readonly contact?: Record<string, string>;
  readonly company?: Record<string, string | number>;
  readonly says: readonly string[];
}

/** The day that is played, and the time that passes on it. */
export interface DemoTime {
  goTo(daysAgo: number): Promise<void>;
  pass(ms: number): void;
}

const lastDay = 29;
const page = { url: 'https://example.com/pricing?utm_source=newsletter&utm_campaign=spring' };

const talks: readonly Talk[] = [
  {
    deployment: 'Help centre',
    contact: { name: 'Anna Berg', email: 'anna@example.com' },
    says: ['An order or delivery', 'AB123456', 'It has not arrived', 'Yes, thank you', '5'],
  },
  {
    deployment: 'Pricing page',
    contact: { name: 'Mira Shah' },
    company: { name: 'Shah Logistics' },
    says: [
      ...['We want to replace a tool', 'A shared mailbox', '450', 'Single sign-on, Self-hosting'],
      ...['More than 25,000', 'Later', 'Mira', 'mira@example.com'],
    ],
  },
  {
    deployment: 'Help centre',
    says: ['An order or delivery', 'AB654321', 'It has not arrived', 'Yes, thank you', '4'],
  },
  { deployment: 'Pricing page', says: ['I am just looking around'] },
  {
    deployment: 'Practice website',
    contact: { name: 'Tom Keller' },
    says: ['Sports massage', '2027-03-15', '1', '+44 20 7946 0000', 'Yes, send it', 'Yes', '5', 'Nothing'],
  },
  { deployment: 'Help centre', contact: { name: 'Jonas Lind' }, says: ['An order or delivery', 'AB777'] },
  { deployment: 'Pricing page', says: ['We are starting from scratch', '12', 'No, thanks'] },
  {
    deployment: 'Help centre',
    contact: { name: 'Grace Osei', plan: 'Enterprise' },
    says: ['Something else', 'It should be solved today', 'The export fails for all of us'],
  },
  { deployment: 'Practice website', says: ['I am not sure', 'My lower back, since today', '10'] },
];

/** A month of conversations with the demo. */
export async function playDemo(owner: Owner, url: string, time: DemoTime): Promise<void> {
  const { items } = await owner.must(200, 'GET', '/api/v1/deployments');
  const ids = new Map<string, string>(items.map(({ name, id }: Json) => [name, id]));
  let talked = 0;
  for (let daysAgo = lastDay; daysAgo >= 0; daysAgo -= 1) {
    await time.goTo(daysAgo);
    const count = 2 + ((daysAgo * 5) % 4) + (daysAgo < 10 ? 1 : 0);
    for (let n = 0; n < count; n += 1) {
      const talk = talks[talked++ % talks.length];
      if (talk) await hold(owner, url, ids.get(talk.deployment) ?? '', talk, time);
    }
  }
}

/** Asks with one key after the other until the rollout serves one. */
async function hold(owner: Owner, url: string, id: string, talk: Talk, time: DemoTime): Promise<void> {
  const { contact, company, says } = talk;
  for (;;) {
    const visitor = {
      unitKey: crypto.randomUUID(),
      mode: 'chat',
      page,
      ...(contact && { contact }),
      ...(company && { company }),
    };
    const started = await owner.call('POST', `/api/v1/deployments/${id}/sessions`, visitor);
    if (started.body.code === 'not_served') continue;
    if (started.status !== 201) throw new Error(`${started.status}: ${JSON.stringify(started.body)}`);
    const session = sessionOf(url, started.body);
    for (const text of says) {
      time.pass(9_000 + text.length * 700);
      await session.trySend(text);
    }
    time.pass(240_000);
    await session.end().catch(() => undefined);
    return;
  }
}
