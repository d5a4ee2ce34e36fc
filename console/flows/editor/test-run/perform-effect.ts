import { flowEndpoints } from '../../../../contract/flows.ts';
import { twinEndpoints } from '../../../../contract/twins.ts';
import type {
  AnsweredEffect,
  AskTwinEffect,
  CallHttpEffect,
  ClassifyTextEffect,
} from '../../../../core/session/effect.ts';
import type { SessionInput } from '../../../../core/session/session-event.ts';
import { api } from '../../../api/api.ts';
import { messageOf } from '../../../api/problem-message.ts';
import type { TestRun } from './test-run.ts';

/** Nobody waits a minute in a test: longer delays of messages are cut to this. */
const longestDelayMs = 1_500;

/** Does what a test asks of the outside world. Requests and twins' answers come from the server. */
export async function performEffect(flowId: string, run: TestRun, effect: AnsweredEffect): Promise<SessionInput> {
  switch (effect.type) {
    case 'scheduleTimer':
      await new Promise((resolve) => setTimeout(resolve, Math.min(effect.delayMs, longestDelayMs)));
      return { type: 'timerElapsed', effectId: effect.id };
    case 'callHttp':
      return callHttp(flowId, effect);
    case 'askTwin':
      return askTwin(run, effect);
    case 'classifyText':
      return { type: 'textClassified', effectId: effect.id, nodeId: effect.nodeId, ...sortByWords(effect) };
  }
}

async function callHttp(flowId: string, effect: CallHttpEffect): Promise<SessionInput> {
  const { id, nodeId, method, url, headers, body, timeoutMs } = effect;
  const answered = { type: 'httpResponded', effectId: id, nodeId } as const;
  try {
    const request = { method, url, headers: { ...headers }, body, timeoutMs };
    return { ...answered, ...(await api.call(flowEndpoints.testRequest, { params: { id: flowId }, body: request })) };
  } catch (error) {
    return { ...answered, status: 0, body: null, error: messageOf(error) };
  }
}

/** The twin's draft answers from every source; cards, exits and variables take a session of a deployment. */
async function askTwin({ session, events }: TestRun, effect: AskTwinEffect): Promise<SessionInput> {
  const { id, nodeId, twinId, question, instructions } = effect;
  const answered = {
    type: 'twinReplied',
    effectId: id,
    nodeId,
    asksEmail: false,
    offersEnd: false,
  } as const;
  const nothing = { actions: [], variables: [], facts: [] };
  const transcript = events.flatMap((event) =>
    event.type === 'message'
      ? [{ from: event.from === 'visitor' ? ('visitor' as const) : ('twin' as const), text: event.text }]
      : [],
  );
  try {
    const { by, text, citations, suggestions } = await api.call(twinEndpoints.tryTwin, {
      params: { id: twinId },
      body: { question, instructions, language: session.state.language, transcript: transcript.slice(-41, -1) },
    });
    return { ...answered, ...nothing, by, text, citations, suggestions };
  } catch (error) {
    const text = `The twin could not be asked: ${messageOf(error)}`;
    return { ...answered, ...nothing, by: 'builtIn', text, citations: [], suggestions: [] };
  }
}

/** The intent whose label and examples share most words with the text; a model, where one is set, sorts better. */
function sortByWords({ text, intents }: ClassifyTextEffect): { intentId: string | null; by: 'words' } {
  const said = wordsOf(text);
  const scored = intents.map(({ id, label, examples }) => ({
    id,
    shared: Math.max(...[label, ...examples].map((each) => overlap(wordsOf(each), said))),
  }));
  const best = scored.sort((one, other) => other.shared - one.shared)[0];
  return { intentId: best && best.shared >= 0.5 ? best.id : null, by: 'words' };
}

function overlap(words: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => said.has(word)).length / words.size;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
