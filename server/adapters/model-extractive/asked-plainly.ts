import type { Question } from '../../ports/brain.ts';
import type { ReadTerms } from './read-terms.ts';

/** Actions that are shown without a condition and whose label the visitor says: a condition in words takes a model to judge. */
export function askedActions({ actions, text, language }: Question, readTerms: ReadTerms): string[] {
  const said = new Set(readTerms(text, language));
  return actions
    .filter(({ label, condition }) => {
      const terms = readTerms(label, language);
      return condition.trim() === '' && terms.length > 0 && terms.every((term) => said.has(term));
    })
    .map(({ id }) => id);
}

/** Whether the visitor asks in so many words to be written to. */
export function asksToBeWritten({ text }: Pick<Question, 'text'>): boolean {
  return plainRequests.some((pattern) => pattern.test(text));
}

const plainRequests: readonly RegExp[] = [
  /\b(?:e-?mail|contact|write(?: to)?|reach|notify) me\b|\bme an e-?mail\b|\btake my e-?mail\b/i,
  /\b(?:schreib(?:en sie|t)?|maile?n? sie|kontaktier(?:e|en sie|t)?|benachrichtig(?:e|en sie|t)?) (?:mir|mich)\b|\bmir eine (?:e-?mail|mail)\b/i,
  /(?:^|\s)(?:contacte[zr]?|écri(?:s|re|vez)|préven(?:ez|ir))[- ]moi\b|\bm['’](?:écrire|envoyer un (?:e-?mail|courriel)|contacter)\b|\bme (?:contacter|recontacter)\b/iu,
  /\b(?:escr[ií]b[ae](?:n)?me|cont[aá]cte(?:n)?me|av[ií]se(?:n)?me|env[ií]e(?:n)?me un (?:correo|e-?mail))(?!\p{L})/iu,
  /\b(?:escreva(?:m)?|contacte(?:m)?|contate(?:m)?|avise(?:m)?)[- ]me\b|\bme (?:contate|avise|escreva|mande(?:m)? um e-?mail|envie(?:m)? um e-?mail)\b/i,
  /(?:راسلني|راسلوني|تواصلوا معي|تواصل معي|اتصلوا بي عبر البريد|أرسلوا لي بريد)/u,
];
