import type { DraftNode } from '../../../../core/flow/graph.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { cataloguedAttribute } from '../../../deployments/audience/attribute-words.ts';
import { operatorInWords } from '../../../filters/operators.ts';
import { listIn, objectIn, textIn } from './read-data.ts';

/** Names of things outside the graph that a summary mentions. */
export interface SummaryNames {
  /** Name of a flow by id, where it is known. */
  readonly flowName?: (id: string) => string | undefined;
  /** How another node of the graph reads. */
  readonly nodeName?: (id: string) => string | undefined;
}

/** A node's data in one readable line; empty where there is nothing to say yet. */
export function summarizeNode({ type, data }: DraftNode, names: SummaryNames = {}): string {
  switch (type) {
    case 'start':
      return '';
    case 'message':
      return textIn(data.text);
    case 'ask':
    case 'collectEmail':
      return textIn(data.prompt);
    case 'condition':
      return listIn(data.branches)
        .map((branch) => describeGroups(listIn(objectIn(branch).groups)))
        .filter((text) => text !== '')
        .join('; ');
    case 'set':
      return `${textIn(data.variable)} = ${readable(data.value)}`;
    case 'http':
      return `${textIn(data.method)} ${textIn(data.url)}`;
    case 'twin':
      return textIn(data.instructions) || textIn(data.twinId);
    case 'classify':
      return listIn(data.intents)
        .map((intent) => textIn(objectIn(intent).label))
        .join(', ');
    case 'jump':
      return named(data.nodeId, names.nodeName);
    case 'subflow':
      return named(data.flowId, names.flowName);
    case 'split':
      return `${listIn(data.branches).length} ways`;
    case 'callToAction':
      return [textIn(data.label), textIn(data.url)].filter(Boolean).join(' → ');
    case 'handoff':
      return textIn(data.message) || textIn(data.note);
    case 'end':
      return textIn(data.message);
    default:
      return type satisfies never;
  }
}

const longestShort = 60;

/** The summary cut to fit in a line with others; the id where there is nothing to say. */
export function shortText(node: DraftNode): string {
  const text = summarizeNode(node) || node.id;
  return text.length > longestShort ? `${text.slice(0, longestShort - 1)}…` : text;
}

/** Filter groups in words: `plan is pro and seats is more than 5, or …`. */
export function describeGroups(groups: readonly JsonValue[]): string {
  return groups
    .map((group) => listIn(objectIn(group).filters).map(describeFilter).join(' and '))
    .filter((text) => text !== '')
    .join(', or ');
}

function describeFilter(filter: JsonValue): string {
  const { attribute, operator, value } = objectIn(filter);
  const name = textIn(attribute);
  const words = operatorInWords(textIn(operator), cataloguedAttribute('web', name)?.type);
  return [name, words, value === undefined ? '' : `“${readable(value)}”`].filter(Boolean).join(' ');
}

function named(id: JsonValue | undefined, nameOf: ((id: string) => string | undefined) | undefined): string {
  const text = textIn(id);
  return (text && nameOf?.(text)) || text;
}

function readable(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
