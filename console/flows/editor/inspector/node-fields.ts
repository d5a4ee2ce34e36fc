import type { DraftNode } from '../../../../core/flow/graph.ts';
import { type InputKind, inputKinds } from '../../../../core/flow/node-data.ts';
import { objectIn, textIn } from '../graph/read-data.ts';

interface Common {
  /** Where the value stands in the node's data; problems name fields so. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** Controls that need to be told nothing but the place. */
type WholeControl =
  | 'options'
  | 'branches'
  | 'weights'
  | 'intents'
  | 'headers'
  | 'media'
  | 'node'
  | 'flow'
  | 'twin'
  | 'twinConditions'
  | 'twinVariables';

/** A field of a node's form, as data: what kind of control, for which part of the node's data. */
export type NodeField = Common &
  (
    | {
        readonly control: 'text';
        readonly isLong?: boolean;
        readonly hasTemplates?: boolean;
        readonly allowsSecrets?: boolean;
      }
    | { readonly control: 'variable' }
    | { readonly control: 'number'; readonly unit?: string; readonly min?: number; readonly max?: number }
    | { readonly control: 'choice'; readonly choices: readonly { value: string; label: string }[] }
    | { readonly control: 'bound'; readonly as: 'number' | 'date' }
    | { readonly control: 'value' }
    | { [Control in WholeControl]: { readonly control: Control } }[WholeControl]
  );

/** The form of a node: which fields it shows, given what it holds. */
export function nodeFields({ type, data }: DraftNode): readonly NodeField[] {
  switch (type) {
    case 'start':
      return [];
    case 'message':
      return [
        message('text', 'Message', { hint: 'Markdown works. Type {{ to insert a value.' }),
        { control: 'media', path: 'media', label: 'Picture, video or cards' },
        {
          control: 'number',
          path: 'delayMs',
          label: 'Wait before it',
          unit: 'ms',
          min: 0,
          max: 60_000,
          isOptional: true,
        },
      ];
    case 'ask':
      return askFields(data);
    case 'collectEmail':
      return [message('prompt', 'Question', { hint: 'The address is kept in {{var.email}}.' })];
    case 'condition':
      return [{ control: 'branches', path: 'branches', label: 'Branches' }];
    case 'split':
      return [{ control: 'weights', path: 'branches', label: 'Branches' }];
    case 'set':
      return [
        { control: 'variable', path: 'variable', label: 'Variable' },
        { control: 'value', path: 'value', label: 'Value', hint: 'A text, which may hold {{values}}, or JSON.' },
      ];
    case 'http':
      return httpFields(textIn(data.method));
    case 'callToAction':
      return [
        line('label', 'Button'),
        line('url', 'Address', { hint: 'The page that the button opens.' }),
        message('description', 'Description'),
      ];
    case 'handoff':
      return [
        message('message', 'Message to the visitor', { isOptional: true }),
        message('note', 'Note to the team', { isOptional: true }),
      ];
    case 'end':
      return [
        { control: 'choice', path: 'outcome', label: 'Outcome', choices: outcomes, isOptional: true },
        message('message', 'Last message', { isOptional: true }),
      ];
    case 'jump':
      return [{ control: 'node', path: 'nodeId', label: 'Go on at' }];
    case 'subflow':
      return [{ control: 'flow', path: 'flowId', label: 'Flow', hint: 'Runs its newest version when you publish.' }];
    case 'twin':
      return [
        { control: 'twin', path: 'twinId', label: 'Twin', hint: 'Answers as its newest version when you publish.' },
        message('instructions', 'Instructions', { isOptional: true, hint: 'Beside those of the deployment.' }),
        {
          control: 'number',
          path: 'maxTurns',
          label: 'At most',
          unit: 'answers',
          min: 1,
          max: 1000,
          isOptional: true,
          hint: 'Then the flow goes on. Without a number the twin answers until an exit or the end.',
        },
        { control: 'twinConditions', path: 'exit.conditions', label: 'Give the talk back' },
        { control: 'twinVariables', path: 'exit.variables', label: 'Find out on the way' },
      ];
    case 'classify':
      return [{ control: 'intents', path: 'intents', label: 'Intents' }];
    default:
      return type satisfies never;
  }
}

const outcomes = [
  { value: '', label: 'Says nothing about the goal' },
  { value: 'achieved', label: 'Goal achieved' },
  { value: 'notAchieved', label: 'Goal not achieved' },
];

const kindLabels: Readonly<Record<InputKind, string>> = {
  text: 'Text',
  email: 'Email address',
  phone: 'Phone number',
  number: 'Number',
  date: 'Date',
  url: 'Web address',
  rating: 'Rating',
  file: 'File (not available yet)',
  choice: 'One of several options',
  choices: 'Any of several options',
  consent: 'Consent: yes or no',
};

function askFields(data: DraftNode['data']): NodeField[] {
  const kind = inputKinds.find((each) => each === textIn(objectIn(data.input).kind));
  const kinds = inputKinds
    .filter((value) => value !== 'file' || kind === 'file')
    .map((value) => ({ value, label: kindLabels[value] }));
  return [
    message('prompt', 'Question', { hint: 'Type {{ to insert a value.' }),
    { control: 'choice', path: 'input.kind', label: 'Answer', choices: kinds },
    ...inputFields(kind),
    { control: 'variable', path: 'variable', label: 'Keep the answer in' },
    message('retryMessage', 'When the answer does not fit', {
      isOptional: true,
      hint: 'A fitting sentence is said when this is empty.',
    }),
    {
      control: 'number',
      path: 'maxRetries',
      label: 'Ask again at most',
      unit: 'times',
      min: 0,
      max: 100,
      isOptional: true,
      hint: 'Then the conversation leaves by “Given up”. Without a number it keeps asking.',
    },
  ];
}

function inputFields(kind: InputKind | undefined): NodeField[] {
  const bound = (name: 'min' | 'max', label: string, as: 'number' | 'date' = 'number'): NodeField => ({
    control: 'bound',
    path: `input.${name}`,
    label,
    as,
    isOptional: true,
  });
  const pattern: NodeField = {
    control: 'text',
    path: 'input.pattern',
    label: 'Pattern',
    isOptional: true,
    hint: 'A regular expression (RE2) that the whole answer must match.',
  };
  switch (kind) {
    case 'choice':
      return [{ control: 'options', path: 'input.options', label: 'Options' }];
    case 'choices':
      return [
        { control: 'options', path: 'input.options', label: 'Options' },
        bound('min', 'At least so many'),
        bound('max', 'At most so many'),
      ];
    case 'number':
      return [bound('min', 'At least'), bound('max', 'At most')];
    case 'rating':
      return [bound('min', 'From'), bound('max', 'To')];
    case 'date':
      return [bound('min', 'Not before', 'date'), bound('max', 'Not after', 'date')];
    case 'text':
      return [bound('min', 'Letters, at least'), bound('max', 'Letters, at most'), pattern];
    case 'email':
    case 'phone':
    case 'url':
      return [pattern];
    default:
      return [];
  }
}

function httpFields(method: string): NodeField[] {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }));
  const body: NodeField = {
    control: 'value',
    path: 'body',
    label: 'Body',
    isOptional: true,
    hint: 'JSON; {{values}} stand inside its texts.',
  };
  return [
    { control: 'choice', path: 'method', label: 'Method', choices: methods },
    line('url', 'Address', { allowsSecrets: true, hint: 'Values and {{secret.NAME}} may stand after the host.' }),
    { control: 'headers', path: 'headers', label: 'Headers', isOptional: true },
    ...(method === 'GET' ? [] : [body]),
    {
      control: 'variable',
      path: 'saveAs',
      label: 'Keep the answer in',
      hint: 'As {status, body}, such as {{var.response.body.name}}.',
    },
    {
      control: 'number',
      path: 'timeoutMs',
      label: 'Give up after',
      unit: 'ms',
      min: 100,
      max: 30_000,
      isOptional: true,
    },
    { control: 'number', path: 'retries', label: 'Try again at most', unit: 'times', min: 0, max: 5, isOptional: true },
  ];
}

function message(path: string, label: string, more: Partial<NodeField> = {}): NodeField {
  return { control: 'text', isLong: true, hasTemplates: true, path, label, ...more } as NodeField;
}

function line(path: string, label: string, more: Partial<NodeField> = {}): NodeField {
  return { control: 'text', hasTemplates: true, path, label, ...more } as NodeField;
}
