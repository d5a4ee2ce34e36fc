import type { JsonValue } from '../../json.ts';
import type { FlowNode } from '../node-data.ts';

/** A text of a node, and the path of the field it stands in. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

/** The texts of a node that may hold templates: all that a visitor reads, and what is sent, stored or handed over. */
export function templatedTexts(node: FlowNode): FieldText[] {
  return templatedFields(node).flatMap(([field, value]) => textsIn(field, value));
}

type Field = readonly [field: string, value: JsonValue | undefined];

function templatedFields({ type, data }: FlowNode): Field[] {
  switch (type) {
    case 'message':
      return [
        ['text', data.text],
        ['media', data.media],
      ];
    case 'ask':
      return [
        ['prompt', data.prompt],
        ['retryMessage', data.retryMessage],
        ...(data.input.options ?? []).map((option, index): Field => [`input.options.${index}.label`, option.label]),
      ];
    case 'set':
      return [['value', data.value]];
    case 'http':
      return [
        ['url', data.url],
        ['headers', data.headers],
        ['body', data.body],
      ];
    case 'twin':
      return [['instructions', data.instructions]];
    case 'collectEmail':
      return [['prompt', data.prompt]];
    case 'callToAction':
      return [
        ['label', data.label],
        ['url', data.url],
        ['description', data.description],
      ];
    case 'handoff':
      return [
        ['message', data.message],
        ['note', data.note],
      ];
    case 'end':
      return [['message', data.message]];
    case 'start':
    case 'condition':
    case 'classify':
    case 'jump':
    case 'subflow':
    case 'split':
      return [];
  }
}

/** Every text inside a JSON value, by path. */
function textsIn(field: string, value: JsonValue | undefined): FieldText[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(`${field}.${key}`, part));
}
