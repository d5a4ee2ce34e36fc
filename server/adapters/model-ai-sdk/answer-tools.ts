import type { ToolSet } from 'ai';
import * as z from 'zod';
import type { JsonValue } from '../../../core/json.ts';
import type { Answer, Question } from '../../ports/brain.ts';
import type { NumberedPassages } from './number-passages.ts';

const mostFacts = 10;
const mostSearches = 4;
const sentence = z.string().min(1).max(500);

/** What a model asked to be done on the way. */
export type Asked = Pick<
  Answer,
  'actionIds' | 'asksEmail' | 'offersEnd' | 'handoff' | 'exitId' | 'variables' | 'facts'
>;

export interface AnswerTools {
  readonly tools: ToolSet;
  asked(): Asked;
}

/** The tools of one answer, only those that the question allows, and what was asked by them. Nothing is done here: the session does it. */
export function answerTools(question: Question, passages: NumberedPassages): AnswerTools {
  const actionIds = new Set<string>();
  const variables = new Map<string, JsonValue>();
  const facts = new Set<string>();
  const flags: { asksEmail: boolean; offersEnd: boolean; note?: string; exitId?: string } = {
    asksEmail: false,
    offersEnd: false,
  };
  const tools: ToolSet = {
    searchSources: searchTool(question, passages),
    rememberFact: noting(
      'Remember something lasting that the visitor said about themselves',
      { fact: sentence },
      ({ fact }) => {
        if (facts.size < mostFacts) facts.add(fact);
      },
    ),
    handOff: noting(
      'Hand the conversation to a person, when the visitor asks for one or must have one',
      { note: z.string().max(1000).describe('For that person: what it is about') },
      ({ note }) => {
        flags.note = note;
      },
    ),
    offerEnd: noting('Offer to end the conversation, when the visitor seems to be done', {}, () => {
      flags.offersEnd = true;
    }),
    ...(question.mayAskEmail && {
      askForEmail: noting('Show a field for the visitor’s email address', {}, () => {
        flags.asksEmail = true;
      }),
    }),
    ...only(
      question.actions.map(({ id }) => id),
      (ids) => ({
        showAction: noting('Show one of the actions, whose condition holds', { id: z.enum(ids) }, ({ id }) => {
          actionIds.add(id);
        }),
      }),
    ),
    ...only(
      question.variables.map(({ name }) => name),
      (names) => ({
        setVariable: noting(
          'Note the value of a variable, once the visitor has told it',
          { name: z.enum(names), value: z.union([z.string().max(4000), z.number(), z.boolean()]) },
          ({ name, value }) => {
            variables.set(name, value);
          },
        ),
      }),
    ),
    ...only(
      question.exits.map(({ id }) => id),
      (ids) => ({
        leaveBy: noting('Leave by an exit whose description has come true', { exit: z.enum(ids) }, ({ exit }) => {
          flags.exitId = exit;
        }),
      }),
    ),
  };
  return {
    tools,
    asked: () => ({
      actionIds: [...actionIds],
      asksEmail: flags.asksEmail,
      offersEnd: flags.offersEnd,
      ...(flags.note !== undefined && { handoff: { note: flags.note } }),
      ...(flags.exitId !== undefined && { exitId: flags.exitId }),
      variables: [...variables].map(([name, value]) => ({ name, value })),
      facts: [...facts],
    }),
  };
}

/** Its result must be read before the answer is written; that of the other tools need not. */
export const searchToolName = 'searchSources';

function searchTool(question: Question, passages: NumberedPassages): ToolSet[string] {
  let searches = 0;
  const inputSchema = z.object({ question: z.string().min(1).max(1000).describe('What to look for, in whole words') });
  return {
    description: 'Look for more passages in the sources, when those given do not answer the question',
    inputSchema,
    async execute(input: z.infer<typeof inputSchema>) {
      searches += 1;
      if (searches > mostSearches) return 'No more searches: answer with what you have.';
      return passages.present(await question.search(input.question));
    },
  };
}

function noting<Shape extends z.ZodRawShape>(
  description: string,
  shape: Shape,
  note: (input: z.infer<z.ZodObject<Shape>>) => void,
): ToolSet[string] {
  const inputSchema = z.object(shape);
  return {
    description,
    inputSchema,
    execute(input: z.infer<typeof inputSchema>) {
      note(input);
      return 'Done.';
    },
  };
}

/** A choice of nothing cannot be offered. */
function only<Tools>(
  [first, ...rest]: readonly string[],
  tools: (ids: [string, ...string[]]) => Tools,
): Tools | undefined {
  return first === undefined ? undefined : tools([first, ...rest]);
}
