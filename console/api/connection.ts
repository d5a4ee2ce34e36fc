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
  /** Asks whether the server can be reached at this moment. */
  async answers(): Promise<boolean> {
    try {
      await watchedFetch('/healthz', { cache: 'no-store' });
      return true;
    } catch {
      return false;
    }
  },
  /** Resolves when a lost connection is there again. */
  async isBack(): Promise<void> {
    while (connection.isLost()) {
      await new Promise<void>((resolve) => {
        const leave = connection.subscribe(() => {
          leave();
          resolve();
        });
      });
    }
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
  if (isLost && !(await connection.answers())) setTimeout(() => void askAgain(), askAgainMs);
}
