import type { TurnScope, VisitorMessage } from '../flow.ts';
import type { Input, InputKind, Option } from '../node-data.ts';
import type { NodeSite } from '../nodes/node-site.ts';
import { readable } from '../template.ts';
import { compileOptions } from './options.ts';
import { chosenOptions, labelsOf, readChoice, readChoices } from './read-choice.ts';
import { consentOptions, readConsent } from './read-consent.ts';
import { dateReader } from './read-date.ts';
import { numberReader, ratingReader } from './read-number.ts';
import { textReader } from './read-text.ts';
import { isRefused, type Reading, type ValueReader } from './reading.ts';

type Speaker = { readonly scope: TurnScope; readonly language: string };

/** A kind of input made ready to ask for and to read. */
export interface Question {
  /** Options in the visitor's language; undefined for kinds that have none. */
  offer(speaker: Speaker): readonly Option[] | undefined;
  read(message: VisitorMessage, speaker: Speaker): Reading;
  /** How an accepted choice or value reads in a transcript; undefined for one that is refused. */
  readAloud(message: VisitorMessage, speaker: Speaker): string | undefined;
}

/** Compiles what an ask node accepts. */
export function compileQuestion(input: Input, site: Pick<NodeSite, 'texts' | 'matchesPattern'>): Question {
  switch (input.kind) {
    case 'choice':
    case 'choices':
      return optionQuestion(input, site);
    case 'consent':
      return consentQuestion();
    case 'file':
      throw new Error('input.kind: files cannot be asked for yet');
    default:
      return valueQuestion(valueReader(input.kind, input, site));
  }
}

type ValueKind = Exclude<InputKind, 'choice' | 'choices' | 'consent' | 'file'>;

function valueReader(kind: ValueKind, input: Input, site: Pick<NodeSite, 'matchesPattern'>): ValueReader {
  switch (kind) {
    case 'number':
      return numberReader(input);
    case 'rating':
      return ratingReader(input);
    case 'date':
      return dateReader(input);
    default:
      return textReader(kind, input, site.matchesPattern);
  }
}

/** A choice is no answer to these. */
function valueQuestion(readValue: ValueReader): Question {
  return {
    offer: () => undefined,
    read: ({ text, choice, value }, { language }) => readValue(choice === undefined ? (value ?? text) : null, language),
    readAloud: ({ value }) => readable(value),
  };
}

function optionQuestion(input: Input, site: Pick<NodeSite, 'texts'>): Question {
  const options = compileOptions(input.options ?? [], site.texts);
  const offer = ({ language, scope }: Speaker) => options.shown(language, scope);
  const chosen = (message: VisitorMessage, speaker: Speaker) =>
    chosenOptions(message, offer(speaker), options.names(speaker.scope));
  return {
    offer,
    read(message, speaker) {
      const offered = offer(speaker);
      const picked = chosen(message, speaker);
      return input.kind === 'choice' ? readChoice(picked, offered) : readChoices(picked, offered, input);
    },
    readAloud(message, speaker) {
      const picked = chosen(message, speaker);
      return picked && labelsOf(picked);
    },
  };
}

function consentQuestion(): Question {
  const offer = ({ language }: Speaker) => consentOptions(language);
  const read = (message: VisitorMessage, speaker: Speaker) => readConsent(message, offer(speaker));
  return {
    offer,
    read,
    readAloud(message, speaker) {
      const reading = read(message, speaker);
      return isRefused(reading) ? undefined : reading.label;
    },
  };
}
