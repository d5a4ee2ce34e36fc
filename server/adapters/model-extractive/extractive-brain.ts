import { type Answer, type Brain, type Question, silence } from '../../ports/brain.ts';
import { askedActions, asksToBeWritten } from './asked-plainly.ts';
import { courtesyOf } from './courtesy-of.ts';
import { intentOf } from './intent-of.ts';
import { type Phrases, phrasesIn } from './phrases.ts';
import { plainHeading } from './plain-heading.ts';
import { type Quote, quotesFor } from './quotes-for.ts';
import type { ReadTerms } from './read-terms.ts';

/** Offered at most; more buttons are a menu to read. */
const mostSuggestions = 3;
/** Beside an answer, what shares but a common word with it is noise. */
const leastShareOfAnswer = 0.5;

export interface ExtractiveSettings {
  /** The least confidence of a passage that is quoted; measured with the index that gives the confidence. */
  readonly threshold: number;
  readonly readTerms: ReadTerms;
}

/**
 * The brain that needs no model: it quotes what answers the question, says that it quotes, and says so when nothing
 * does. It writes not one word about the subject itself.
 */
export function extractiveBrain({ threshold, readTerms }: ExtractiveSettings): Brain {
  return {
    kind: 'builtIn',
    name: 'built-in',
    async answer(question, hear, signal) {
      const answer = answerFrom(question, threshold, readTerms);
      if (signal.aborted) return silence;
      hear.piece(answer.text);
      return answer;
    },
    sort: async (text) => intentOf(text, readTerms),
  };
}

function answerFrom(question: Question, threshold: number, readTerms: ReadTerms): Answer {
  const phrases = phrasesIn(question.language);
  const courtesy = courtesyOf(question.text);
  if (courtesy !== null) return { ...silence, text: phrases.courtesies[courtesy] };
  const quotable = question.passages.filter(({ access }) => access === 'mentioned');
  const quotes = quotesFor(question, quotable, { threshold, readTerms });
  const suggestions = nearestHeadings(question, quotes);
  const actionIds = askedActions(question, readTerms);
  const asksEmail = question.mayAskEmail && asksToBeWritten(question);
  return {
    ...silence,
    text: wording({
      phrases,
      quotes,
      hasAction: actionIds.length > 0,
      asksEmail,
      hasSuggestions: suggestions.length > 0,
    }),
    cited: quotes.map(({ passage }) => passage),
    suggestions,
    actionIds,
    asksEmail,
  };
}

interface Said {
  readonly phrases: Phrases;
  readonly quotes: readonly Quote[];
  readonly hasAction: boolean;
  readonly asksEmail: boolean;
  readonly hasSuggestions: boolean;
}

function wording({ phrases, quotes, hasAction, asksEmail, hasSuggestions }: Said): string {
  const asked = [...(hasAction ? [phrases.shows] : []), ...(asksEmail ? [phrases.asksEmail] : [])];
  if (quotes.length > 0)
    return [phrases.quotes, ...quotes.map(({ text }, index) => blockquote(text, index + 1)), ...asked].join('\n\n');
  if (asked.length > 0) return asked.join('\n\n');
  return hasSuggestions ? `${phrases.abstains} ${phrases.suggests}` : phrases.abstains;
}

/** A mark after a fence or a table row would become part of it, so there it gets a paragraph of its own. */
function blockquote(text: string, number: number): string {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const separator = /^\s*(?:[`~]{3}|\|)|\|\s*$/.test(lastLine) ? '\n\n' : ' ';
  return `${text}${separator}[${number}]`.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/** Headings near the question that are not quoted, as what could be asked instead; beside an answer only those nearly as near. */
function nearestHeadings({ text, passages }: Question, quotes: readonly Quote[]): string[] {
  const shown = new Set([text, ...quotes.map(({ passage }) => passage.headings.at(-1) ?? '')].map(plainHeading));
  const best = Math.max(0, ...quotes.map(({ passage }) => passage.score));
  const suggestions: string[] = [];
  for (const { access, headings, score } of passages) {
    const heading = headings.at(-1)?.trim() ?? '';
    if (access !== 'mentioned' || heading === '' || shown.has(plainHeading(heading))) continue;
    if (score < leastShareOfAnswer * best) continue;
    shown.add(plainHeading(heading));
    suggestions.push(heading);
  }
  return suggestions.slice(0, mostSuggestions);
}
