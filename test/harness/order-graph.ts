import type { FlowGraph } from '../../core/flow/graph.ts';
import { graphOf } from './flow-graphs.ts';

/**
 * Takes orders for ever, by turns answering one after an HTTP call and a pause, and the next one at once. Every
 * visitor's message is answered by exactly one text that names it: see `answerTo`.
 */
export function orderGraph(outsideUrl: string): FlowGraph {
  const ask = (prompt: string, variable: string) => ({ prompt, input: { kind: 'text' }, variable });
  return graphOf(
    [
      ['start', 'start'],
      ['first', 'ask', ask('{{var.second | Nothing}} noted', 'first')],
      [
        'call',
        'http',
        { method: 'POST', url: outsideUrl, body: { order: '{{var.first}}' }, timeoutMs: 30_000, saveAs: 'reply' },
      ],
      ['pause', 'message', { text: 'One moment', delayMs: 50 }],
      ['second', 'ask', ask('{{var.first}} {{var.reply.body.receipt}}', 'second')],
      ['sorry', 'end', { message: '{{var.first}} failed' }],
    ],
    [
      ['start', 'first'],
      ['first', 'call'],
      ['call', 'pause', 'ok'],
      ['call', 'sorry', 'failed'],
      ['pause', 'second'],
      ['second', 'first'],
    ],
  );
}

/** What the flow says to a session's message: `index` counts from 0. */
export function answerTo(text: string, index: number): string {
  return index % 2 === 0 ? `${text} for ${text}` : `${text} noted`;
}
