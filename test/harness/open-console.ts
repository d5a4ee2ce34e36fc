import type { BrowserContextOptions, Page } from 'playwright-core';
import { ownerLink } from '../../server/access/first-start.ts';
import type { BrowserWindow, TestBrowser } from './browser.ts';
import type { TestParley } from './start-parley.ts';

export const consoleOwner = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'a long enough password' };

/** The browser says every refused request aloud; whether the page shows it well is what tests look at. */
const refusedRequest = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** The console of one person in a window of its own. */
export interface ConsoleWindow extends BrowserWindow {
  /** Goes to a path of the console and waits for its title. */
  goTo(path: string): Promise<void>;
}

/** A window in which the owner is signed in; the account is made at the first call. */
export async function openConsole(
  browser: TestBrowser,
  parley: TestParley,
  options: BrowserContextOptions = {},
): Promise<ConsoleWindow> {
  const window = await openSignedOut(browser, parley, options);
  const link = await ownerLink(parley.parley.ctx, parley.actor);
  const token = link?.split('#')[1];
  const { name, email, password } = consoleOwner;
  const [path, data] = token
    ? ['/api/v1/invitations/accept', { token, name, email, password }]
    : ['/api/auth/sign-in/email', { email, password }];
  const answer = await window.context.request.post(parley.url + path, { data, headers: { origin: parley.url } });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`);
  return window;
}

/** A window in which nobody is signed in. */
export async function openSignedOut(
  browser: TestBrowser,
  parley: TestParley,
  options: BrowserContextOptions = {},
): Promise<ConsoleWindow> {
  const window = await browser.open(options);
  window.expectTrouble(refusedRequest);
  return {
    ...window,
    get troubles() {
      return window.troubles;
    },
    async goTo(path) {
      await window.page.goto(parley.url + path);
      await window.page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}

/** Waits until nothing on the page is loading any more. A session that runs keeps its stream open, so the network never rests. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .animate-pulse'));
}
