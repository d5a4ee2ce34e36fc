import type { NodeBehaviour, Step, Turn } from '../flow.ts';
import { inLanguage } from '../flow-texts.ts';
import { compileQuestion } from '../inputs/compile-question.ts';
import { phrase } from '../inputs/phrases.ts';
import { type Accepted, isRefused, type Refused } from '../inputs/reading.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate, renderTemplate } from '../template.ts';
import { plainText } from '../template-escaping.ts';
import { say, setVariable } from '../turn.ts';
import type { NodeSite } from './node-site.ts';
import { leave, leaveBy } from './steps.ts';

/** A node that asks always reads. */
type Asking = NodeBehaviour & Required<Pick<NodeBehaviour, 'read'>>;

const failedHandle = 'failed';

/**
 * Asks for an input and keeps the answer. A refused answer is asked for again; once it is refused more than
 * `maxRetries` times the node leaves by `failed` where that is wired, and keeps asking where it is not.
 */
export function compileAsk(data: NodeData['ask'], site: NodeSite): Asking {
  const { place, exits, texts } = site;
  const prompt = texts('prompt', data.prompt, parseTemplate);
  const retry = data.retryMessage ? texts('retryMessage', data.retryMessage, parseTemplate) : undefined;
  const question = compileQuestion(data.input, site);
  const { options: _, ...input } = data.input;

  function refuse(turn: Turn, refused: Refused): Step {
    const attempts = (turn.waiting?.kind === 'input' ? turn.waiting.attempts : 0) + 1;
    if (attempts > (data.maxRetries ?? Infinity) && exits.has(failedHandle)) return leaveBy(failedHandle);
    const message = retry
      ? renderTemplate(inLanguage(retry, turn.language), turn.scope, plainText)
      : phrase(refused.phrase, turn.language, refused.bounds);
    turn.events.push({ type: 'inputRejected', message });
    return { kind: 'wait', waiting: { kind: 'input', attempts } };
  }

  function accept(turn: Turn, { value, label, optionIds = [] }: Accepted): Step {
    if (data.input.kind === 'text' && typeof value === 'string') turn.heard = { text: value, sorted: 0 };
    const wired = optionIds.find((id) => exits.has(id));
    const exit = wired === undefined ? leave : leaveBy(wired);
    return setVariable(turn, data.variable, value, label) ?? exit;
  }

  return {
    enter(turn) {
      const options = question.offer(turn)?.slice();
      say(turn, prompt, options && { choices: options });
      turn.events.push({ type: 'inputRequested', ...place, input: { ...input, ...(options && { options }) } });
      return { kind: 'wait', waiting: { kind: 'input', attempts: 0 } };
    },
    read(turn, message) {
      const reading = question.read(message, turn);
      return isRefused(reading) ? refuse(turn, reading) : accept(turn, reading);
    },
    readAloud: (message, turn) => question.readAloud(message, turn),
  };
}
