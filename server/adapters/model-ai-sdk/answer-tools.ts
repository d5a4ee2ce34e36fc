import type { ToolSet } from 'ai';
import * as z from 'zod';
import type { JsonValue } from '../../../core/json.ts';
import type { Answer, Question } from '../../ports/brain.ts';
import type { NumberedPassages } from './number-passages.ts';

const mostFacts = 10;
const mostSearches = 4;

const factInput = z.object({ fact: z.string().min(1).max(500) });
const noteInput = z.object({ note: z.string().max(1000).describe('For that person: what it is about') });
const searchInput = z.object({ question: z.string().min(1).max(1000).describe('What to look for, in whole words') });
const valueInput = z.union([z.string().max(4000), z.number(), z.boolean()]);
const noInput = z.object({});

/** What a model asked to be done on the way. */
export type Asked = Pick<
  Answer,
  'actionIds' | 'asksEmail' | 'offersEnd' | 'handoff' | 'exitId' | 'variables' | 'facts'
>;

export interface AnswerTools {
  readonly tools: ToolSet;
  asked(): Asked;
}

interface Noted {
  readonly actionIds: Set<string>;
  readonly variables: Map<string, JsonValue>;
  readonly facts: Set<string>;
  asksEmail: boolean;
  offersEnd: boolean;
  note?: string;
  exitId?: string;
}

/** The tools of one answer, only those that the question allows, and what was asked by them. Nothing is done here: the session does it. */
export function answerTools(question: Question, passages: NumberedPassages): AnswerTools {
  const noted: Noted = {
    actionIds: new Set(),
    variables: new Map(),
    facts: new Set(),
    asksEmail: false,
    offersEnd: false,
  };
  return {
    tools: {
      [searchToolName]: searchTool(question, passages),
      ...usualTools(noted),
      ...allowedTools(question, noted),
    },
    asked: () => ({
      actionIds: [...noted.actionIds],
      asksEmail: noted.asksEmail,
      offersEnd: noted.offersEnd,
      ...(noted.note !== undefined && { handoff: { note: noted.note } }),
      ...(noted.exitId !== undefined && { exitId: noted.exitId }),
      variables: [...noted.variables].map(([name, value]) => ({ name, value })),
      facts: [...noted.facts],
    }),
  };
}

/** Its result must be read before the answer is written; that of the other tools need not. */
export const searchToolName = 'searchSources';

function searchTool(question: Question, passages: NumberedPassages): ToolSet[string] {
  let searches = 0;
  return {
    description: 'Look for more passages in the sources, when those given do not answer the question',
    inputSchema: searchInput,
    async execute(input: z.infer<typeof searchInput>) {
      searches += 1;
      if (searches > mostSearches) return 'No more searches: answer with what you have.';
      return passages.present(await question.search(input.question));
    },
  };
}

function usualTools(noted: Noted): ToolSet {
  return {
    rememberFact: noting(
      'Remember something lasting that visitors said about themselves and that is not known yet',
      factInput,
      ({ fact }) => {
        if (noted.facts.size < mostFacts) noted.facts.add(fact);
      },
    ),
    handOff: noting(
      'Hand the conversation to a person, when the visitor asks for one or must have one',
      noteInput,
      ({ note }) => {
        noted.note = note;
      },
    ),
    offerEnd: noting('Offer to end the conversation, when the visitor seems to be done', noInput, () => {
      noted.offersEnd = true;
    }),
  };
}

function allowedTools({ mayAskEmail, actions, variables, exits }: Question, noted: Noted): ToolSet {
  const actionId = oneOf(actions.map(({ id }) => id));
  const variable = oneOf(variables.map(({ name }) => name));
  const exitId = oneOf(exits.map(({ id }) => id));
  return {
    ...(mayAskEmail && {
      askForEmail: noting('Show a field for the visitor’s email address', noInput, () => {
        noted.asksEmail = true;
      }),
    }),
    ...(actionId && {
      showAction: noting('Show one of the actions, whose condition holds', z.object({ id: actionId }), ({ id }) => {
        noted.actionIds.add(id);
      }),
    }),
    ...(variable && {
      setVariable: noting(
        'Note the value of a variable, once the visitor has told it',
        z.object({ name: variable, value: valueInput }),
        ({ name, value }) => {
          noted.variables.set(name, value);
        },
      ),
    }),
    ...(exitId && {
      leaveBy: noting('Leave by an exit whose description has come true', z.object({ exit: exitId }), ({ exit }) => {
        noted.exitId = exit;
      }),
    }),
  };
}

/** A tool that only notes what it is called with. */
function noting<Input extends z.ZodType>(
  description: string,
  inputSchema: Input,
  note: (input: z.infer<Input>) => void,
): ToolSet[string] {
  return {
    description,
    inputSchema,
    execute(input: z.infer<Input>) {
      note(input);
      return 'Done.';
    },
  };
}

/** A choice of nothing cannot be offered. */
function oneOf(values: readonly string[]) {
  return values.length === 0 ? null : z.enum(values);
}
