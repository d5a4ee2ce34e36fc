import { compileGroups } from '../../rollout/compile-audience.ts';
import type { EventOf } from '../../session/session-event.ts';
import { twinPhrase } from '../../twin/twin-phrases.ts';
import type { NodeBehaviour, Step, Talk, Turn, VisitorMessage } from '../flow.ts';
import { emailAddress } from '../inputs/read-text.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate, renderTemplate } from '../template.ts';
import { plainText } from '../template-escaping.ts';
import { say, setVariable, waitForEffect } from '../turn.ts';
import type { NodeSite } from './node-site.ts';
import { leave, leaveBy } from './steps.ts';

type TwinReplied = Omit<EventOf<'twinReplied'>, 'seq' | 'at'>;
const emailVariable = 'email';

/**
 * Hands the talk to a twin. It answers at once what the visitor wrote last if nothing was said since; else it
 * listens, after a greeting where nobody has spoken. It leaves by a met condition's exit, and by the plain one after
 * `maxTurns` answers; without either it answers until the session ends.
 */
export function compileTwin(data: NodeData['twin'], site: NodeSite): NodeBehaviour {
  const { nodeId } = site.place;
  const twin = site.twins[data.twinId];
  if (!twin) throw new Error(`node ${nodeId} (twin), twinId: names a twin that this version does not carry`);
  const instructions = parseTemplate(data.instructions ?? '');
  const conditions = data.exit?.conditions ?? [];
  const exits = conditions.flatMap(({ id, description }) => (description ? [{ id, description }] : []));
  const heardExits = conditions.map(({ id, phrases = [] }) => ({ id, phrases: phrases.map(asHeard) }));
  const knownExits = conditions.flatMap(({ id, groups }) => (groups ? [{ id, groups: compileGroups(groups) }] : []));
  const variables = data.exit?.variables ?? [];
  const variableNames = new Set(variables.map(({ name }) => name));

  function answer(turn: Turn, question: string, talk: Talk): Step {
    const met = heardExits.find(({ phrases }) => phrases.some((phrase) => asHeard(question).includes(phrase)));
    if (met) return leaveBy(met.id);
    return waitForEffect(
      turn,
      (id) => ({
        type: 'askTwin',
        id,
        nodeId,
        twinId: data.twinId,
        question,
        instructions: renderTemplate(instructions, turn.scope, plainText),
        exits,
        variables,
      }),
      { turns: talk.turns + 1, asksEmail: false },
    );
  }

  function greet(turn: Turn): void {
    const text = twin?.persona.greeting || twinPhrase('greeting', turn.language);
    say(turn, { main: parseTemplate(text), others: new Map() });
  }

  function noteEmail(turn: Turn, email: string, talk: Talk): Step {
    const tooLarge = setVariable(turn, emailVariable, email);
    if (tooLarge) return tooLarge;
    turn.events.push({ type: 'emailCollected', email });
    const known = exitByWhatIsKnown(turn);
    if (known) return known;
    turn.events.push({ type: 'message', from: 'agent', text: twinPhrase('emailNoted', turn.language), nodeId });
    turn.heard = null;
    return listen({ ...talk, asksEmail: false });
  }

  function exitByWhatIsKnown({ scope }: Turn): Step | null {
    const known = knownExits.find(({ groups }) => groups.match(scope.attributes).matched);
    return known ? leaveBy(known.id) : null;
  }

  /** What the twin found out for the flow; what nobody asked for is not kept. */
  function keepVariables(turn: Turn, reply: TwinReplied): Step | null {
    for (const { name, value } of reply.variables) {
      const tooLarge = variableNames.has(name) ? setVariable(turn, name, value) : null;
      if (tooLarge) return tooLarge;
    }
    return null;
  }

  function goOn(turn: Turn, reply: TwinReplied, talk: Talk): Step {
    if (reply.handoff) {
      turn.events.push({ type: 'handoffRequested', note: reply.handoff.note });
      return { kind: 'stop', reason: 'handedOff' };
    }
    const judged = exits.find(({ id }) => id === reply.exitId);
    const known = judged ? leaveBy(judged.id) : exitByWhatIsKnown(turn);
    if (known) return known;
    if (data.maxTurns !== undefined && talk.turns >= data.maxTurns) return leave;
    // A visitor who stopped the answer before its first word has to see that it is their turn.
    if (reply.asksEmail || reply.text === '') {
      const kind = reply.asksEmail ? 'email' : 'text';
      turn.events.push({ type: 'inputRequested', ...site.place, input: { kind } });
    }
    return listen({ ...talk, asksEmail: reply.asksEmail });
  }

  return {
    enter(turn) {
      const { heard } = turn;
      if (heard?.text) return answer(turn, heard.text, newTalk);
      if (heard) greet(turn);
      return listen(newTalk);
    },
    read(turn, message) {
      const talk = turn.waiting?.talk ?? newTalk;
      const email = talk.asksEmail ? emailIn(message) : undefined;
      if (email !== undefined) return noteEmail(turn, email, talk);
      turn.heard = { text: message.text, sorted: 0 };
      return answer(turn, message.text, talk);
    },
    receive(turn, result) {
      if (result.type !== 'twinReplied') return null;
      tell(turn, result);
      for (const text of result.facts) turn.events.push({ type: 'factLearned', text, nodeId, twinId: data.twinId });
      return keepVariables(turn, result) ?? goOn(turn, result, turn.waiting?.talk ?? newTalk);
    },
  };
}

const newTalk: Talk = { turns: 0, asksEmail: false };

function listen(talk: Talk): Step {
  return { kind: 'wait', waiting: { kind: 'input', attempts: 0, talk } };
}

/** What the twin said and showed, as the visitor meets it; an answer stopped before its first word says nothing. */
function tell(turn: Turn, reply: TwinReplied): void {
  const { nodeId, by, text, citations, suggestions, offersEnd } = reply;
  turn.written += text.length;
  if (text !== '') {
    turn.heard = null;
    turn.events.push({
      type: 'message',
      from: 'agent',
      text,
      nodeId,
      by,
      ...(citations.length > 0 && { citations }),
      ...(suggestions.length > 0 && { suggestions }),
      ...(offersEnd && { offersEnd }),
    });
  }
  for (const action of reply.actions) turn.events.push({ type: 'actionShown', ...action });
}

function emailIn({ text, value }: VisitorMessage): string | undefined {
  return emailAddress(typeof value === 'string' ? value : text);
}

function asHeard(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
