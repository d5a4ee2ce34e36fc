import { describe, expect, it } from 'vitest';
import type { NewEvent, SessionEvent } from '../session/session-event.ts';
import type { Criterion, Goal, Verdict } from './goal.ts';
import { judgeOutcome } from './judge-outcome.ts';

const log = (...events: NewEvent[]): SessionEvent[] =>
  events.map((event, index) => ({ seq: index + 1, at: '2027-01-01T00:00:00.000Z', ...event }));
const goal = (...criteria: Criterion[]): Goal => ({ text: '', criteria });

const spoke: NewEvent = { type: 'message', from: 'visitor', text: 'hi' };
const ended = (outcome?: 'achieved' | 'notAchieved'): NewEvent => ({
  type: 'sessionEnded',
  reason: 'flowFinished',
  outcome,
});
const member: Verdict = { outcome: 'unclear', reason: 'I was there', by: 'member' };
const model: Verdict = { outcome: 'achieved', reason: 'it seems so', by: 'model' };
const budget: Criterion = {
  kind: 'variable',
  filter: { attribute: 'var.budget', operator: 'greater_than', value: 1000 },
};
const setBudget = (value: number): NewEvent => ({ type: 'variableSet', variable: 'budget', value });

describe('who judges', () => {
  const all = log(spoke, ended('achieved'));

  it('a member, above everything', () => {
    expect(judgeOutcome(goal({ kind: 'emailCollected' }), member, all)).toEqual(member);
  });

  it('exact criteria, above the flow and a model', () => {
    expect(judgeOutcome(goal({ kind: 'emailCollected' }), model, all)).toMatchObject({
      outcome: 'notAchieved',
      by: 'criteria',
    });
  });

  it('the flow, above a model', () => {
    expect(judgeOutcome(goal(), model, log(spoke, ended('notAchieved')))).toMatchObject({
      outcome: 'notAchieved',
      by: 'flow',
    });
  });

  it('a model, where nothing exact is known', () => {
    expect(judgeOutcome(goal(), model, log(spoke, ended()))).toEqual(model);
  });

  it('nobody, where the visitor spoke', () => {
    expect(judgeOutcome(goal(), null, log(spoke, ended()))).toMatchObject({ outcome: 'unjudged', by: 'none' });
  });

  it('nobody, where the visitor said nothing', () => {
    const silent = log({ type: 'message', from: 'agent', text: 'hi' }, ended());
    expect(judgeOutcome(goal(), null, silent)).toMatchObject({ outcome: 'tooShort', by: 'none' });
  });
});

describe('an exact criterion', () => {
  it.each<[string, Criterion, NewEvent[], boolean]>([
    ['an email collected', { kind: 'emailCollected' }, [{ type: 'emailCollected', email: 'a@b.org' }], true],
    ['no email collected', { kind: 'emailCollected' }, [spoke], false],
    ['any action taken', { kind: 'actionTaken' }, [{ type: 'actionTaken', actionId: 'buy' }], true],
    ['this action taken', { kind: 'actionTaken', actionId: 'buy' }, [{ type: 'actionTaken', actionId: 'buy' }], true],
    [
      'another action taken',
      { kind: 'actionTaken', actionId: 'buy' },
      [{ type: 'actionTaken', actionId: 'call' }],
      false,
    ],
    [
      'a node reached',
      { kind: 'nodeReached', nodeId: 'n' },
      [{ type: 'nodeEntered', nodeId: 'n', nodeType: 'end' }],
      true,
    ],
    [
      'a node not reached',
      { kind: 'nodeReached', nodeId: 'n' },
      [{ type: 'nodeEntered', nodeId: 'm', nodeType: 'end' }],
      false,
    ],
    ['a variable that matches', budget, [setBudget(2000)], true],
    ['a variable that matched once', budget, [setBudget(2000), setBudget(5)], false],
    ['a variable never set', budget, [], false],
  ])('knows %s', (_, criterion, events, holds) => {
    const expected = holds ? 'achieved' : 'notAchieved';
    expect(judgeOutcome(goal(criterion), null, log(...events)).outcome).toBe(expected);
  });

  it('must hold with all others, and the reason says which did', () => {
    const outcome = judgeOutcome(goal({ kind: 'emailCollected' }, budget), null, log(setBudget(2000)));
    expect(outcome).toEqual({
      outcome: 'notAchieved',
      by: 'criteria',
      reason: 'Held: var.budget greater than 1000. Did not hold: an email address was collected.',
    });
  });
});
