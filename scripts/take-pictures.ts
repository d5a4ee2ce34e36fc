import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { talk } from '../test/harness/talk.ts';
import { demoOwner, startDemoParley } from './pictures/demo-parley.ts';

/** `npx tsx scripts/take-pictures.ts`, after a build: takes the pictures of docs/pictures anew, in both themes. */
const program = process.env.PARLEY_TEST_CHROMIUM ?? '/usr/bin/chromium';
const folder = join(import.meta.dirname, '../docs/pictures');
const viewport = { width: 1280, height: 800 };

type Shoot = (name: string, page: Page) => Promise<void>;

const parley = await startDemoParley();
const browser = await chromium.launch({
  executablePath: program,
  args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
try {
  for (const theme of ['light', 'dark'] as const) await takeAll(browser, theme);
} finally {
  await browser.close();
  await parley.stop();
}

async function takeAll(browser: Browser, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
  const shoot: Shoot = async (name, page) => {
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-pulse'));
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  };
  await takeConsole(context, shoot);
  await takeVisitor(await context.newPage(), shoot);
  await context.close();
}

async function takeConsole(context: BrowserContext, shoot: Shoot): Promise<void> {
  const headers = { origin: parley.url };
  await context.request.post(`${parley.url}/api/auth/sign-in/email`, { data: demoOwner, headers });
  const read = async (path: string) => (await context.request.get(`${parley.url}/api/v1/${path}`)).json();
  const idOf = async (list: string, name: string) =>
    (await read(list)).items.find((item: { name: string }) => item.name === name).id;
  const flow = await idOf('flows', 'Lead qualification');
  const twin = await idOf('twins', 'Nora, bicycle workshop');
  const deployment = await idOf('deployments', 'Pricing page');
  const session = (await read(`sessions?deployment=${deployment}&outcome=achieved&limit=1`)).items[0].id;
  const page = await context.newPage();
  const pages = {
    dashboard: '/dashboard',
    'flow-editor': `/flows/${flow}`,
    twin: `/twins/${twin}`,
    deployments: '/deployments',
    'deployment-audience': `/deployments/${deployment}/audience`,
    sessions: '/sessions',
    session: `/sessions/${session}`,
    funnel: `/flows/${flow}/versions/1`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(parley.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (name === 'flow-editor') await openNode(page, 'What brings you here today?');
    await shoot(name, page);
  }
}

async function openNode(page: Page, text: string): Promise<void> {
  const node = page.getByText(text).first();
  await node.waitFor();
  await node.click();
  await page.getByRole('heading', { name: 'Question' }).waitFor();
}

async function takeVisitor(page: Page, shoot: Shoot): Promise<void> {
  const { items } = await (await page.context().request.get(`${parley.url}/api/v1/deployments`)).json();
  const begin = async (deployment: string) => {
    await page.goto(`${parley.url}/d/${items.find((item: { name: string }) => item.name === deployment).key}`);
    const conversation = talk(page);
    await conversation.start();
    return conversation;
  };
  const asked = await begin('Bicycle workshop');
  await asked.say('What is the deposit for a cargo bicycle?');
  await asked.sees('Quoted from the sources, not written by AI');
  await shoot('visitor-twin', page);
  const conversation = await begin('Help centre');
  await conversation.press('An order or delivery');
  await conversation.say('AB123456');
  await conversation.sees('What is going on with order AB123456?');
  await page.mouse.move(0, 0);
  await shoot('visitor-chat', page);
}
