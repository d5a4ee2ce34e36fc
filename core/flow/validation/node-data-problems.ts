import * as z from 'zod/mini';
import type { JsonValue } from '../../json.ts';
import type { DraftNode } from '../graph.ts';
import { type FlowNode, nodeDataSchemas } from '../node-data.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';

type Issue = z.core.$ZodIssue;

/** As deep as a variable may be; parsing what is much deeper would exhaust the call stack. */
const nestingLimit = 100;

/** The node with its data checked, or what is missing, unknown or of the wrong shape in it. */
export function checkNodeData(node: DraftNode): { node: FlowNode } | { problems: FlowProblem[] } {
  if (!nestsWithin(node.data, nestingLimit)) {
    const message = `Lists and groups nest deeper than ${nestingLimit} levels here; make the value flatter.`;
    return { problems: [{ nodeId: node.id, field: 'data', message }] };
  }
  const parsed = z.safeParse<z.ZodMiniType>(nodeDataSchemas[node.type], node.data, { reportInput: true });
  if (parsed.success) return { node: { id: node.id, type: node.type, data: parsed.data } as FlowNode };
  return { problems: parsed.error.issues.flatMap((issue) => describeIssue(node, issue)) };
}

function nestsWithin(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => nestsWithin(part, levels - 1));
}

function describeIssue(node: DraftNode, issue: Issue): FlowProblem[] {
  const path = issue.path.map(String);
  const problem = (field: readonly string[], message: string) => ({ nodeId: node.id, field: field.join('.'), message });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...path, key], `${quoted(key)} is not known here; remove it.`));
  }
  return [problem(path, `${quoted(path.at(-1) ?? node.type)} ${expectation(issue)}.`)];
}

function expectation(issue: Issue): string {
  if (issue.input === undefined) return 'is missing; fill it in';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return `must be at most ${issue.maximum}${unitNames[issue.origin] ?? ''}`;
    case 'invalid_union':
      return 'must be a number or a text';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'is not a name that may be used here';
    default:
      return issue.message;
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.minimum !== 1 || !(issue.origin in unitNames)) {
    return `must be at least ${issue.minimum}${unitNames[issue.origin] ?? ''}`;
  }
  return 'must not be empty; fill it in';
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const unitNames: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };
