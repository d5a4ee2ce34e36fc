import { onlineManager } from '@tanstack/react-query';

const askAgainMs = 3_000;

/** Whether the server answers: lost when a request finds nobody, back when anything is answered. */
let isLost = false;
const listeners = new Set<() => void>();

export const connection = {
  isLost: () => isLost || !onlineManager.isOnline(),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    const leave = onlineManager.subscribe(listener);
    return () => {
      listeners.delete(listener);
      leave();
    };
  },
};

/** `fetch` that notices when the server cannot be reached, and then asks until it can. */
export async function watchedFetch(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    change(false);
    return response;
  } catch (error) {
    if (!init.signal?.aborted) change(true);
    throw error;
  }
}

function change(lost: boolean): void {
  if (lost === isLost) return;
  isLost = lost;
  for (const listener of listeners) listener();
  if (lost) setTimeout(() => void askAgain(), askAgainMs);
}

async function askAgain(): Promise<void> {
  if (!isLost) return;
  try {
    const { ok } = await fetch('/healthz', { cache: 'no-store' });
    if (ok) return change(false);
  } catch {
    // Still away.
  }
  setTimeout(() => void askAgain(), askAgainMs);
}
