import * as z from 'zod/mini';

/** A value that survives `JSON.stringify` and `JSON.parse` unchanged. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Any JSON value. */
export const jsonSchema: z.ZodMiniType<JsonValue> = z.json();
z.globalRegistry.add(jsonSchema, { id: 'JsonValue' });
