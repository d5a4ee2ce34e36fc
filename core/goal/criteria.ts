import type { JsonValue } from '../json.ts';
import type { Filter } from '../rollout/audience.ts';
import { compileFilter } from '../rollout/match-filter.ts';
import type { SessionEvent } from '../session/session-event.ts';
import type { Criterion } from './goal.ts';

/** A criterion ready to be asked. */
export interface CompiledCriterion {
  /** The criterion in words. */
  readonly says: string;
  holds(events: readonly SessionEvent[]): boolean;
}

/** Exact criteria need the event log and nothing else. */
export function compileCriterion(criterion: Criterion): CompiledCriterion {
  switch (criterion.kind) {
    case 'emailCollected':
      return { says: 'an email address was collected', holds: (events) => events.some(isOf('emailCollected')) };
    case 'actionTaken':
      return actionTaken(criterion.actionId);
    case 'nodeReached':
      return {
        says: `the node ${criterion.nodeId} was reached`,
        holds: (events) => events.some((event) => event.type === 'nodeEntered' && event.nodeId === criterion.nodeId),
      };
    case 'variable':
      return variableRule(criterion.filter);
  }
}

function actionTaken(actionId: string | undefined): CompiledCriterion {
  return {
    says: actionId === undefined ? 'an action was taken' : `the action ${actionId} was taken`,
    holds: (events) =>
      events.some((event) => event.type === 'actionTaken' && (actionId === undefined || event.actionId === actionId)),
  };
}

function variableRule(filter: Filter): CompiledCriterion {
  const matches = compileFilter(filter);
  const value = filter.value === undefined ? '' : ` ${filter.value}`;
  return {
    says: `${filter.attribute} ${filter.operator.replaceAll('_', ' ')}${value}`,
    holds: (events) => matches({ var: variablesAtEnd(events) }),
  };
}

/** Variables as they stood at the end, from what set them. */
function variablesAtEnd(events: readonly SessionEvent[]): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    events.flatMap((event) => (event.type === 'variableSet' ? [[event.variable, event.value] as const] : [])),
  );
}

function isOf(type: SessionEvent['type']): (event: SessionEvent) => boolean {
  return (event) => event.type === type;
}
