import * as z from 'zod/mini';
import { type FlowGraph, graphLimits, graphSchema } from '../../../../core/flow/graph.ts';

const fileSchema = z.object({ parley: z.literal('flow'), name: z.optional(z.string()), graph: graphSchema });

export type FlowFile =
  | { readonly name?: string; readonly graph: FlowGraph; readonly problems?: undefined }
  /** Why the file cannot be taken, in sentences; the first ones where there are many. */
  | { readonly problems: readonly string[] };

const shownProblems = 8;

/** A flow as a file that another workspace can take in. Secrets are named in it, never contained. */
export function writeFlowFile(name: string, graph: FlowGraph): string {
  return `${JSON.stringify({ parley: 'flow', name, graph }, null, 2)}\n`;
}

/** Reads a flow's file, or a bare graph as the API gives it. */
export function readFlowFile(text: string): FlowFile {
  if (text.length > graphLimits.bytes) return { problems: ['The file is larger than a flow may be (16 MB).'] };
  const content = parseJson(text);
  if ('problem' in content) return { problems: [content.problem] };
  const file = isBareGraph(content.value) ? { parley: 'flow', graph: content.value } : content.value;
  const parsed = fileSchema.safeParse(file);
  if (parsed.success) return { name: parsed.data.name, graph: parsed.data.graph };
  const { issues } = parsed.error;
  if (issues.some(({ path }) => path.length === 0 || path[0] === 'parley')) {
    return {
      problems: ['This file holds no flow: it should be an object with "nodes" and "edges", or a flow exported here.'],
    };
  }
  return { problems: issues.slice(0, shownProblems).map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `This is not a JSON file (${error instanceof Error ? error.message : 'it could not be read'}).` };
  }
}

function isBareGraph(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'edges' in value;
}
