import * as z from 'zod/mini';

const words = (most: number) => z.string().check(z.maxLength(most));

/** Limits of one twin; `proposedRules` is for one distilling. */
export const twinLimits = { rules: 500, ruleCharacters: 2000, proposedRules: 20 } as const;

/** Most characters of each part of a persona. */
export const personaLimits = { name: 200, role: 500, bio: 8000, tone: 2000, greeting: 2000 } as const;

/** Who the twin is the counterpart of, and how it begins a talk. */
export const personaSchema = z.strictObject({
  name: words(personaLimits.name),
  role: words(personaLimits.role),
  bio: words(personaLimits.bio),
  /** How the person talks, in words. */
  tone: words(personaLimits.tone),
  /** What the twin says first; a plain greeting in the visitor's language when empty. */
  greeting: words(personaLimits.greeting),
});
export type Persona = z.infer<typeof personaSchema>;

/** The passage that a rule was distilled from. */
export const ruleOriginSchema = z.strictObject({ sourceId: words(200), revision: z.int(), number: z.int() });

/** One sentence or two that always hold. `origin` names the passage it was distilled from. */
export const ruleSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(twinLimits.ruleCharacters)),
  origin: z.optional(ruleOriginSchema),
});
export type TwinRule = z.infer<typeof ruleSchema>;

const rules = z.array(ruleSchema).check(
  z.maxLength(twinLimits.rules),
  z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two rules must not have the same id'),
);

/** What an author writes of a twin: who it is, what it always bears in mind, and how it talks. */
export const twinContentSchema = z.strictObject({ persona: personaSchema, knowledgeRules: rules, styleRules: rules });
export type TwinContent = z.infer<typeof twinContentSchema>;

/** A twin as a version carries it. */
export interface TwinSnapshot extends TwinContent {
  readonly name: string;
  /** Number of the twin's own version; 0 for a draft that is tried. */
  readonly number: number;
}

/** A new twin: named, and otherwise empty. */
export function emptyTwin(name: string): TwinContent {
  return { persona: { name, role: '', bio: '', tone: '', greeting: '' }, knowledgeRules: [], styleRules: [] };
}

export interface TwinProblem {
  readonly field: string;
  readonly message: string;
}

/** What keeps a twin from being published. */
export function twinProblems({ persona }: TwinContent): TwinProblem[] {
  return persona.name.trim() === ''
    ? [{ field: 'persona.name', message: 'The twin has no name; enter who it speaks for.' }]
    : [];
}
