import { render } from 'preact';
import { App } from './app.tsx';
import { type PageAddress, readPageAddress } from './page-address.ts';
import { browserStorage, createMemory } from './storage.ts';

const address = readPageAddress(location.pathname, location.search);
// The server shows this page under no other address.
if (address) void open(address);

async function open(address: PageAddress): Promise<void> {
  const isEmbedded = address.isEmbedded && window.parent !== window;
  // No await at the top of this module: it would keep the bundler from joining what belongs together.
  const host = isEmbedded ? await (await import('./host-page.ts')).meetHostPage(window) : null;
  document.documentElement.classList.toggle('embedded', isEmbedded);
  const memory = createMemory(browserStorage() ?? host?.storage ?? null);
  render(<App {...{ address, memory, host }} />, document.getElementById('page') ?? document.body);
}
