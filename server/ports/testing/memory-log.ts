import type { Log, LogFields } from '../log.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
  readonly cause?: unknown;
}

export interface MemoryLog extends Log {
  readonly lines: readonly LogLine[];
}

/** Keeps its lines for a test to look at, and prints none. */
export function memoryLog(): MemoryLog {
  const lines: LogLine[] = [];
  return { ...logInto(lines, {}), lines };
}

function logInto(lines: LogLine[], common: LogFields): Log {
  const write =
    (level: LogLine['level']) =>
    (message: string, fields: LogFields = {}, cause?: unknown): void => {
      lines.push({ level, message, fields: { ...common, ...fields }, cause });
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => logInto(lines, { ...common, ...fields }),
  };
}
