import { type CompiledGuard, compileGuard } from '../../core/twin/guardrails/compile-guard.ts';
import { type Guard, guardFor } from '../../core/twin/guardrails/guard-for.ts';
import { isLeaking } from '../../core/twin/guardrails/is-leaking.ts';
import type { Answer, FoundPassage } from '../ports/brain.ts';
import { codePassages, type HiddenMaterial } from './hidden-material.ts';
import { accessOf, type TwinTalk } from './twin-talk.ts';

/**
 * What an answer may not give away: what is hidden from this talk or, where that is too much, the internal passages a
 * brain has been shown and the names of internal sources; and what it may say in any case.
 */
export function guardOf(
  talk: TwinTalk,
  question: string,
  shown: readonly FoundPassage[],
  hidden: HiddenMaterial | null,
): Guard {
  const mentioned = shown.filter(({ access }) => access === 'mentioned');
  const { persona, knowledgeRules, styleRules } = talk.twin;
  return guardFor(hidden?.whole ?? compileShown(talk, shown, hidden?.codes ?? ''), {
    texts: [
      question,
      ...talk.transcript.filter(({ from }) => from === 'visitor').map(({ text }) => text),
      ...mentioned.flatMap(({ title, headings, text }) => [title, ...headings, text]),
      ...[persona.name, persona.role, persona.bio, persona.greeting],
      ...[...knowledgeRules, ...styleRules].map(({ text }) => text),
      ...talk.actions.flatMap(({ label, description = '' }) => [label, description]),
      talk.goal,
      ...talk.instructions,
    ],
    urls: [...mentioned.flatMap(({ url }) => (url ? [url] : [])), ...talk.actions.map(({ url }) => url)],
  });
}

/** The answer without those of its other words that would give something away, alone or after what is said already. */
export function withoutLeaks(guard: Guard, said: string, answer: Answer): Answer {
  const fine = <Item>(items: readonly Item[], textOf: (item: Item) => string) => {
    const kept: Item[] = [];
    for (const item of items) {
      const together = [said, ...[...kept, item].map(textOf)].join('\n');
      if (!isLeaking(guard, textOf(item)) && !isLeaking(guard, together)) kept.push(item);
    }
    return kept;
  };
  return {
    ...answer,
    suggestions: fine(answer.suggestions, (suggestion) => suggestion),
    facts: fine(answer.facts, (fact) => fact),
    variables: fine(answer.variables, ({ value }) => JSON.stringify(value)),
  };
}

function compileShown(talk: TwinTalk, shown: readonly FoundPassage[], codes: string): CompiledGuard {
  const internal = talk.sources.filter((source) => accessOf(talk, source) === 'internal');
  return compileGuard({
    passages: [...shown.filter(({ access }) => access === 'internal'), ...codePassages(codes)],
    sources: internal.map(({ name, url }) => ({ names: [name], url })),
  });
}
