import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

const program = process.env.PARLEY_TEST_CHROMIUM ?? '/usr/bin/chromium';
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page in a browser window of its own, with nothing kept from others. */
export interface BrowserWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong so far: errors of scripts, refusals of the content security policy, requests that failed. */
  readonly troubles: readonly string[];
  /** Lets such a trouble pass: a test that brings one about says so first. */
  expectTrouble(pattern: RegExp): void;
}

/** Windows of one test file. A test fails when a page met trouble that the test did not expect. */
export interface TestBrowser {
  open(options?: BrowserContextOptions): Promise<BrowserWindow>;
}

/** One Chromium for a test file, called at its top; windows are closed after each test. */
export function testBrowser(): TestBrowser {
  let browser: Browser | null = null;
  let windows: BrowserWindow[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const opened = windows;
    windows = [];
    const troubles = opened.flatMap((window) => window.troubles);
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(troubles, 'a page met trouble').toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    async open(options) {
      if (!browser) throw new Error('The browser starts with the first test.');
      const window = await openWindow(browser, options);
      windows.push(window);
      return window;
    },
  };
}

/** Debian's Chromium, or the one that PARLEY_TEST_CHROMIUM names. */
async function launchChromium(): Promise<Browser> {
  if (!existsSync(program)) {
    throw new Error(`There is no Chromium at ${program}: \`npm test\` installs it, or PARLEY_TEST_CHROMIUM names one.`);
  }
  return chromium.launch({ executablePath: program, args: flags });
}

/** Motion is off, so that nothing is looked at half way. */
async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserWindow> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const met: string[] = [];
  const expected: RegExp[] = [];
  context.on('weberror', (error) => met.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') met.push(`${message.text()} (${message.location().url})`);
  });
  return {
    context,
    page,
    get troubles() {
      return met.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)));
    },
    expectTrouble: (pattern) => void expected.push(pattern),
  };
}

/** What axe finds wrong with the page as it is now: the rule and where; empty when it is accessible. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
}
