import { compileGuard } from '../../core/twin/guardrails/compile-guard.ts';
import { type Guard, guardFor } from '../../core/twin/guardrails/guard-for.ts';
import { isLeaking } from '../../core/twin/guardrails/is-leaking.ts';
import { strictestAccess } from '../../core/twin/source-access.ts';
import type { Answer, FoundPassage } from '../ports/brain.ts';
import type { TwinTalk } from './twin-talk.ts';

/**
 * What an answer may not give away: the internal passages a brain has been shown, and the names of every source that
 * must not be named; and what it may say in any case.
 */
export function guardOf(talk: TwinTalk, question: string, shown: readonly FoundPassage[]): Guard {
  const hidden = talk.sources.filter((source) => accessOf(talk, source.sourceId) === 'internal');
  const mentioned = shown.filter(({ access }) => access === 'mentioned');
  const { persona, knowledgeRules, styleRules } = talk.twin;
  const compiled = compileGuard({
    passages: shown.filter(({ access }) => access === 'internal'),
    sources: hidden.map(({ name, url }) => ({ names: [name], url })),
  });
  return guardFor(compiled, {
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

function accessOf({ access, sources }: TwinTalk, sourceId: string): string {
  const own = sources.find((source) => source.sourceId === sourceId)?.personAccess;
  const { atBeginning, now } = access;
  return own ?? strictestAccess(atBeginning[sourceId] ?? 'unavailable', now[sourceId] ?? 'unavailable');
}
