/** The words of a text that carry its meaning, without inflection, as they are in the given language. */
export type ReadTerms = (text: string, language: string) => readonly string[];
