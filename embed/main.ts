import { createApi } from './api.ts';
import { takeOverQueue } from './command-queue.ts';
import { readSettings } from './settings.ts';

// Only while the script runs is it known which element loaded it.
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-deployment][src*="/embed.js"]');

if (script && !window.parley?.isLoaded) {
  const origin = new URL(script.src).origin;
  const settings = readSettings(script.dataset, origin);
  const api = createApi(origin);
  takeOverQueue(window, api.run);
  if (settings) void api.boot(settings);
}
