import type { TurnScope } from '../flow.ts';
import { inLanguage, type NodeTexts, type Translated } from '../flow-texts.ts';
import type { Option } from '../node-data.ts';
import { parseTemplate, renderTemplate, type Template } from '../template.ts';
import { plainText } from '../template-escaping.ts';

/** Options of a question with their labels in every language. */
export interface Options {
  /** As shown in a language. */
  shown(language: string, scope: TurnScope): readonly Option[];
  /** Option ids by what a visitor may write for them: ids, labels of every language, then positions counted from 1. */
  names(scope: TurnScope): ReadonlyMap<string, string>;
}

interface CompiledOption {
  readonly id: string;
  readonly label: Translated<Template>;
}

/** Labels without templates, which is nearly all of them, are worked out once. */
export function compileOptions(options: readonly Option[], texts: NodeTexts): Options {
  const compiled = options.map(({ id, label }) => ({ id, label: texts(`options.${id}`, label, parseTemplate) }));
  const isFixed = compiled.flatMap(({ label }) => allOf(label)).every((template) => template.every(isText));
  const fixedNames = isFixed ? namesOf(compiled, emptyScope) : undefined;
  const fixed = new Map<string, readonly Option[]>();
  return {
    shown(language, scope) {
      const known = fixed.get(language);
      if (known) return known;
      const shown = shownIn(compiled, language, scope);
      if (isFixed && fixed.size < 100) fixed.set(language, shown);
      return shown;
    },
    names: (scope) => fixedNames ?? namesOf(compiled, scope),
  };
}

/** Letter case, width and runs of spaces make no difference. */
export function normalizeName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

const emptyScope: TurnScope = { attributes: { var: {} }, labels: {} };

function shownIn(options: readonly CompiledOption[], language: string, scope: TurnScope): Option[] {
  return options.map(({ id, label }) => ({ id, label: render(inLanguage(label, language), scope) }));
}

function namesOf(options: readonly CompiledOption[], scope: TurnScope): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, id: string) => {
    const key = normalizeName(name);
    if (key !== '' && !names.has(key)) names.set(key, id);
  };
  for (const { id } of options) add(id, id);
  for (const { id, label } of options) add(render(label.main, scope), id);
  for (const { id, label } of options) for (const template of label.others.values()) add(render(template, scope), id);
  for (const [index, { id }] of options.entries()) add(String(index + 1), id);
  return names;
}

function allOf(label: Translated<Template>): Template[] {
  return [label.main, ...label.others.values()];
}

function isText(part: Template[number]): boolean {
  return typeof part === 'string';
}

function render(template: Template, scope: TurnScope): string {
  return renderTemplate(template, scope, plainText);
}
