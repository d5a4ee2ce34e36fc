import type { Schema, ToolSet } from 'ai';
import * as z from 'zod';

export type AiLibrary = typeof import('ai');

/** The library waits for the first question: most installations start without a model. Its warnings would go past the log. */
export async function aiLibrary(): Promise<AiLibrary> {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import('ai');
}

const kept = new WeakMap<z.ZodType, Schema>();

/** The tools with schemas as the library reads them, kept for those that never change: turning one into JSON Schema takes a while. */
export function withKeptSchemas({ zodSchema }: Pick<AiLibrary, 'zodSchema'>, tools: ToolSet): ToolSet {
  const schemaOf = (schema: z.ZodType) => {
    const read = kept.get(schema) ?? zodSchema(schema);
    kept.set(schema, read);
    return read;
  };
  return Object.fromEntries(
    Object.entries(tools).map(([name, tool]) => [
      name,
      tool.inputSchema instanceof z.ZodType ? { ...tool, inputSchema: schemaOf(tool.inputSchema) } : tool,
    ]),
  );
}
