import type { Effect } from '../session/effect.ts';
import { stepLimit } from '../session/session.ts';
import type { EndReason, NewEvent } from '../session/session-event.ts';
import {
  type CompiledNode,
  type Flow,
  type FlowContext,
  type FlowEvent,
  type Position,
  plainExit,
  type Step,
  type Turn,
  type VisitorMessage,
} from './flow.ts';
import { readable } from './template.ts';
import { graphOf, nodeOf, positionOf, turnAt } from './turn-position.ts';

/** Most subflows inside each other. */
const callDepthLimit = 50;
/** Most characters one turn may say and keep in variables. */
const writtenLimit = 1_000_000;

/**
 * Moves a flow on by one event, as far as it goes: to the next question, to an answer it needs from the outside
 * world, or to its end (a `sessionEnded` among the events). Returns the new position, what the outside world is
 * asked to do, and the events of this turn. No position yet means that the flow has not started. An event that
 * the position does not wait for changes nothing.
 */
export function advanceFlow(
  flow: Flow,
  position: Position | null,
  event: FlowEvent,
  context: FlowContext,
): [Position | null, Effect[], NewEvent[]] {
  const turn = turnAt(flow, position, context);
  const step = position ? resume(turn, event) : begin(turn, event);
  if (!step) return [position, [], []];
  turn.waiting = null;
  walk(flow, turn, step);
  return [positionOf(turn), turn.effects, turn.events];
}

/** How a visitor's message reads in the transcript: its text, the labels of its choice, or its value in words. */
export function textOf(flow: Flow, position: Position | null, message: VisitorMessage, context: FlowContext): string {
  const { choice, value, text } = message;
  if (choice === undefined && value === undefined) return text;
  const turn = turnAt(flow, position, context);
  const known = position?.waiting?.kind === 'input' ? turn.node.behaviour.readAloud?.(message, turn) : undefined;
  return known ?? readable(choice ?? value);
}

function begin(turn: Turn, event: FlowEvent): Step | null {
  return event.type === 'sessionStarted' ? { kind: 'jump', nodeId: turn.graph.startId } : null;
}

function resume(turn: Turn, event: FlowEvent): Step | null {
  const { waiting, node } = turn;
  if (!waiting || event.type === 'sessionStarted') return null;
  if (event.type === 'message') {
    if (waiting.kind !== 'input') return null;
    turn.heard = { text: '', sorted: 0 };
    return node.behaviour.read?.(turn, event) ?? null;
  }
  const isAwaited = waiting.kind === 'effect' && waiting.effectId === event.effectId;
  return isAwaited ? (node.behaviour.receive?.(turn, event) ?? null) : null;
}

function walk(flow: Flow, turn: Turn, first: Step): void {
  let step = first;
  for (let entered = 0; ; entered += 1) {
    const node = follow(flow, turn, step);
    if (!node) return;
    const excess = excessOf(turn, entered);
    if (excess) {
      end(turn, 'limitReached', excess);
      return;
    }
    turn.node = node;
    turn.events.push({ type: 'nodeEntered', ...node.place, nodeType: node.type });
    step = node.behaviour.enter(turn);
  }
}

/** A flow that goes round without asking anything must not take the house down. */
function excessOf({ written }: Turn, entered: number): string | null {
  if (entered === stepLimit) return `The turn took more than ${stepLimit} steps.`;
  return written > writtenLimit ? `The turn wrote more than ${writtenLimit} characters.` : null;
}

/** The node a step leads to; null when the turn is over. */
function follow(flow: Flow, turn: Turn, step: Step): CompiledNode | null {
  switch (step.kind) {
    case 'leave':
      return leave(flow, turn, step.handle);
    case 'jump':
      return nodeOf(turn.graph, step.nodeId);
    case 'call':
      return call(flow, turn, step.flowId);
    case 'finish':
      return turn.callers.length > 0 ? comeBack(flow, turn) : finish(turn, step.outcome);
    case 'stop':
      end(turn, step.reason, step.detail);
      return null;
    case 'wait':
      turn.waiting = step.waiting;
      return null;
  }
}

/** An unwired exit comes back to the caller, and ends the session where there is none. */
function leave(flow: Flow, turn: Turn, handle: string): CompiledNode | null {
  const target = turn.node.exits.get(handle);
  if (target !== undefined) return nodeOf(turn.graph, target);
  return turn.callers.length > 0 ? comeBack(flow, turn) : finish(turn);
}

/** At most as deep as calls are, as each return takes a caller away. */
function comeBack(flow: Flow, turn: Turn): CompiledNode | null {
  const caller = turn.callers.at(-1);
  if (!caller) return finish(turn);
  turn.callers = turn.callers.slice(0, -1);
  turn.graph = graphOf(flow, caller.flowId);
  turn.node = nodeOf(turn.graph, caller.nodeId);
  return leave(flow, turn, plainExit);
}

function call(flow: Flow, turn: Turn, flowId: string): CompiledNode | null {
  if (turn.callers.length >= callDepthLimit) {
    end(turn, 'limitReached', `Subflows call each other more than ${callDepthLimit} deep.`);
    return null;
  }
  turn.callers = [...turn.callers, turn.node.place];
  turn.graph = graphOf(flow, flowId);
  return nodeOf(turn.graph, turn.graph.startId);
}

function finish(turn: Turn, outcome?: 'achieved' | 'notAchieved'): null {
  turn.events.push({ type: 'sessionEnded', reason: 'flowFinished', ...(outcome && { outcome }) });
  return null;
}

function end(turn: Turn, reason: EndReason, detail?: string): void {
  turn.events.push({ type: 'sessionEnded', reason, ...(detail !== undefined && { detail }) });
}
