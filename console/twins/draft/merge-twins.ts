import type { Persona, TwinContent, TwinRule } from '../../../core/twin/twin.ts';

/** What of a twin is decided on as one when two people changed it. */
export type TwinField = keyof Persona | 'knowledgeRules' | 'styleRules';

export const twinFields: readonly TwinField[] = [
  'name',
  'role',
  'bio',
  'tone',
  'greeting',
  'knowledgeRules',
  'styleRules',
];

export interface TwinMerge {
  /** Both changes; theirs where both changed the same. */
  readonly merged: TwinContent;
  /** What both changed, and not to the same. */
  readonly conflicts: readonly TwinField[];
  /** What only they changed. */
  readonly theirs: readonly TwinField[];
}

/** Brings together two edits of the same draft. */
export function mergeTwins(base: TwinContent, mine: TwinContent, theirs: TwinContent): TwinMerge {
  const differs = (one: TwinContent, other: TwinContent) => (field: TwinField) => !isSame(one, other, field);
  const byMe = twinFields.filter(differs(base, mine));
  const byThem = twinFields.filter(differs(base, theirs));
  const conflicts = byMe.filter((field) => byThem.includes(field) && differs(mine, theirs)(field));
  const taken = byMe.filter((field) => !conflicts.includes(field));
  return {
    merged: withFields(theirs, mine, taken),
    conflicts,
    theirs: byThem.filter((field) => !byMe.includes(field)),
  };
}

/** A twin with some fields of another. */
export function withFields(twin: TwinContent, other: TwinContent, fields: readonly TwinField[]): TwinContent {
  const personal = fields.flatMap((field) => (isOfRules(field) ? [] : [[field, other.persona[field]] as const]));
  return {
    persona: { ...twin.persona, ...Object.fromEntries(personal) },
    knowledgeRules: (fields.includes('knowledgeRules') ? other : twin).knowledgeRules,
    styleRules: (fields.includes('styleRules') ? other : twin).styleRules,
  };
}

/** Whether nothing differs between two twins. */
export function isSameTwin(one: TwinContent, other: TwinContent): boolean {
  return twinFields.every((field) => isSame(one, other, field));
}

/** A field's value for people. */
export function valueInWords(twin: TwinContent, field: TwinField): string {
  const value = contentAt(twin, field);
  if (typeof value === 'string') return value || 'Nothing';
  return value.map(({ text }) => text).join('\n') || 'None';
}

function isSame(one: TwinContent, other: TwinContent, field: TwinField): boolean {
  return JSON.stringify(contentAt(one, field)) === JSON.stringify(contentAt(other, field));
}

function contentAt(twin: TwinContent, field: TwinField): string | readonly TwinRule[] {
  return isOfRules(field) ? twin[field] : twin.persona[field];
}

function isOfRules(field: TwinField): field is 'knowledgeRules' | 'styleRules' {
  return field === 'knowledgeRules' || field === 'styleRules';
}
