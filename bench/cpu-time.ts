import { readdirSync, readFileSync } from 'node:fs';

/** What /proc counts in; 100 a second on every Linux that Node runs on. */
const tickMs = 10;

/** CPU milliseconds that a process has spent so far, all its threads together. */
export function cpuOfProcess(pid: number): number {
  const { userTicks, systemTicks } = statOf(pid);
  return (userTicks + systemTicks) * tickMs;
}

/** The same of a process and its children, those that have ended included: of a PostgreSQL server, all it does. */
export function cpuOfFamily(pid: number): number {
  const { userTicks, systemTicks, endedTicks } = statOf(pid);
  const own = (userTicks + systemTicks + endedTicks) * tickMs;
  return childrenOf(pid).reduce((sum, child) => sum + cpuOfProcess(child), own);
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

function statOf(pid: number): { userTicks: number; systemTicks: number; endedTicks: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, second and in parentheses, may itself hold spaces; proc(5) counts utime as the 14th field.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [userTicks = 0, systemTicks = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { userTicks, systemTicks, endedTicks: endedUser + endedSystem };
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
