import type { JsonValue } from '../../core/json.ts';
import type { Answer } from '../ports/brain.ts';
import { storableText } from '../ports/store/storable-text.ts';

/** What a brain asked to be done, in text that the database takes; a model may write anything. */
export function storableAnswer(answer: Answer): Answer {
  const { handoff } = answer;
  return {
    ...answer,
    suggestions: answer.suggestions.map(storableText),
    facts: answer.facts.map(storableText),
    variables: answer.variables.map(({ name, value }) => ({ name, value: storableValue(value) })),
    ...(handoff && { handoff: { note: storableText(handoff.note) } }),
  };
}

function storableValue(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? storableText(each) : each));
}
