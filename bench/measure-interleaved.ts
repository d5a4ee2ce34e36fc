import { median } from './median.ts';

export interface Contender {
  readonly name: string;
  /** One call, on the input with this index; returns a number so that the work cannot be optimised away. */
  readonly call: (index: number) => number;
}

const warmUpMs = 300;
const sliceMs = 60;

/**
 * CPU nanoseconds per call of each contender, garbage collection included: the median over rounds. In every round all
 * contenders take a turn, in an order that moves on by one, so that a slow spell of the machine hits them alike.
 */
export function measureInterleaved(contenders: readonly Contender[], rounds: number): Map<string, number> {
  const batches = new Map(contenders.map((contender) => [contender.name, batchOf(contender)]));
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(round + turn) % contenders.length];
      if (contender === undefined) continue;
      const calls = batches.get(contender.name) ?? 1;
      samples.get(contender.name)?.push(timeCalls(contender, calls) / calls);
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** Calls that take about one slice, found while warming up. */
function batchOf(contender: Contender): number {
  let calls = 1000;
  let spentMs = 0;
  let lastNs = 1;
  while (spentMs < warmUpMs) {
    lastNs = timeCalls(contender, calls) / calls;
    spentMs += (lastNs * calls) / 1e6;
  }
  calls = Math.max(1000, Math.round((sliceMs * 1e6) / lastNs));
  return calls;
}

function timeCalls({ call }: Contender, calls: number): number {
  const before = process.cpuUsage();
  let sum = 0;
  for (let index = 0; index < calls; index += 1) sum += call(index);
  const { user, system } = process.cpuUsage(before);
  // A sum that is looked at keeps the calls from being optimised away.
  if (Number.isNaN(sum)) throw new Error('a contender returned something that is not a number');
  return (user + system) * 1000;
}
