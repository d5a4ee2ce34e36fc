import type { JsonValue } from '../../../../core/json.ts';

/** Reading drafts, whose data may be of any shape: what is not as expected counts as absent. */
export function textIn(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function numberIn(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function objectIn(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

export function listIn(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
