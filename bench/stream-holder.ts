import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What the process of the visitors is asked to open. */
export interface HoldStreams {
  readonly port: number;
  readonly streams: readonly { readonly path: string; readonly token: string }[];
}

/** How many streams are open, have had a heartbeat, have had a message, and were closed by the server. */
export interface StreamReport {
  held: number;
  withHeartbeat: number;
  withMessage: number;
  lost: number;
}

export interface StreamHolder {
  /** The first report that fits; throws with the last one when none does in time. */
  until(fits: (report: StreamReport) => boolean, withinMs: number): Promise<StreamReport>;
  stop(): Promise<void>;
}

/** Holds streams in a process of its own, so that their cost is not the server's nor the benchmark's. */
export function holdStreams(request: HoldStreams): StreamHolder {
  const child = fork(join(import.meta.dirname, 'stream-holder-process.ts'));
  const ended = once(child, 'exit');
  child.send(request);
  const ask = async (): Promise<StreamReport> => {
    child.send('report');
    const [report] = await once(child, 'message');
    return report;
  };
  return {
    async until(fits, withinMs) {
      for (const deadline = performance.now() + withinMs; ; await pause(100)) {
        const report = await ask();
        if (fits(report)) return report;
        if (performance.now() > deadline) throw new Error(`the streams came no further than ${JSON.stringify(report)}`);
      }
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
