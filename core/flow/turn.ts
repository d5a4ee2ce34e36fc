import type { JsonValue } from '../json.ts';
import type { AnsweredEffect } from '../session/effect.ts';
import type { EventOf } from '../session/session-event.ts';
import type { Step, Talk, Turn } from './flow.ts';
import { inLanguage, type Translated } from './flow-texts.ts';
import { renderTemplate, type Template } from './template.ts';
import { messageText } from './template-escaping.ts';
import { sizeOf } from './value-limit.ts';

/** Says a text to the visitor, in their language. */
export function say(
  turn: Turn,
  text: Translated<Template>,
  extra: Pick<EventOf<'message'>, 'media' | 'choices'> = {},
): void {
  const said = renderTemplate(inLanguage(text, turn.language), turn.scope, messageText);
  turn.written += said.length;
  turn.heard = null;
  turn.events.push({ type: 'message', from: 'agent', text: said, nodeId: turn.node.place.nodeId, ...extra });
}

/**
 * Sets a variable, with the label people see instead where it holds a choice. A value over the limit is not
 * kept and ends the session: a flow that doubles a text in a loop must not take the house down.
 */
export function setVariable(turn: Turn, variable: string, value: JsonValue, label?: string): Step | null {
  const size = sizeOf(value);
  turn.written += size;
  if (size === Infinity) {
    return { kind: 'stop', reason: 'limitReached', detail: `The variable ${variable} grew too large.` };
  }
  const { scope } = turn;
  scope.attributes = { ...scope.attributes, var: { ...scope.attributes.var, [variable]: value } };
  if (label !== undefined) scope.labels = { ...scope.labels, [variable]: label };
  else if (Object.hasOwn(scope.labels, variable)) {
    const { [variable]: _, ...others } = scope.labels;
    scope.labels = others;
  }
  turn.events.push({ type: 'variableSet', variable, value });
  return null;
}

/** Asks the outside world for something and waits for its answer. */
export function waitForEffect(turn: Turn, effectOf: (id: string) => AnsweredEffect, talk?: Talk): Step {
  turn.effectCount += 1;
  const effect = effectOf(`e${turn.effectCount}`);
  turn.effects.push(effect);
  return { kind: 'wait', waiting: { kind: 'effect', effectId: effect.id, ...(talk && { talk }) } };
}
