import type { LanguageModelV3 } from '@ai-sdk/provider';
import * as z from 'zod';
import { fenceUntrusted, untrustedTextRule } from '../../../core/twin/untrusted-text.ts';
import type { TextToSort } from '../../ports/brain.ts';
import type { ModelAccess } from '../../ports/models.ts';
import { aiLibrary } from './ai-library.ts';
import { later, ModelFailure, modelFailure } from './model-failure.ts';

export interface SortCall {
  readonly access: ModelAccess;
  readonly model: LanguageModelV3;
  readonly text: TextToSort;
  readonly signal: AbortSignal;
}

/** One attempt to have a model sort a text: the id of the intent that fits, or null. */
export async function sortText({ access, model, text, signal }: SortCall): Promise<string | null> {
  const ids = text.intents.map(({ id }) => id);
  if (ids.length === 0) return null;
  const { generateText, Output } = await aiLibrary();
  const schema = z.object({ intent: z.nullable(z.enum(ids)) });
  try {
    const { output } = await generateText({
      model,
      system: instructions(text),
      prompt: fenceUntrusted({ label: 'visitor message', text: text.text }),
      output: Output.object({ schema, name: 'sorted' }),
      maxRetries: 0,
      abortSignal: signal,
    });
    return output.intent;
  } catch (error) {
    if (signal.aborted) throw new ModelFailure(access, 'did not sort the text in time.', later);
    throw modelFailure(access, error);
  }
}

function instructions({ language, intents }: TextToSort): string {
  const listed = intents.map(({ id, label, examples }) => `${id}: ${[label, ...examples].join(' / ')}`);
  return [
    'Sort the message of a visitor: name the one intent that it fits, or null when none fits well.',
    `The conversation is in the language "${language}".`,
    untrustedTextRule,
    `Intents, each with its label and examples:\n${listed.map((line) => `- ${line}`).join('\n')}`,
    'Reply with JSON such as {"intent": "<id>"} or {"intent": null}, and nothing else.',
  ].join('\n\n');
}
