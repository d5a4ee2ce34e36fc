import type { Locator, Page } from 'playwright-core';

/** A visitor at the conversation, on its own page or in the iframe of another. */
export interface Talk {
  /** Agrees to the disclosure and waits for the conversation. */
  start(): Promise<void>;
  /** Writes free text and sends it. */
  say(text: string): Promise<void>;
  /** Fills the field with this label and sends it. */
  fill(label: string, text: string): Promise<void>;
  press(button: string): Promise<void>;
  /** Waits until the transcript holds this text. */
  sees(text: string): Promise<void>;
  readonly log: Locator;
}

export function talk(page: Pick<Page, 'getByRole' | 'getByLabel'>): Talk {
  const log = page.getByRole('log', { name: 'Conversation' });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const fill = async (label: string, text: string) => {
    const field = page.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press('Enter');
  };
  return {
    log,
    press,
    fill,
    say: (text) => fill('Your message', text),
    sees: (text) => log.getByText(text).last().waitFor(),
    async start() {
      await press('Start conversation');
      await log.waitFor();
    },
  };
}
