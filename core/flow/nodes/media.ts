import type { JsonValue } from '../../json.ts';
import type { JsonTemplate } from '../json-template.ts';
import type { Media } from '../node-data.ts';
import { parseTemplate, renderTemplate, type Template, type TemplateScope } from '../template.ts';
import { linkUrl, plainText, type TemplateContext } from '../template-escaping.ts';
import { parseUrlTemplate } from '../url-template.ts';

type Fields = { readonly [name: string]: string | undefined };

/** A message's media with its texts and addresses filled in; what is absent stays absent. */
export function compileMedia({ kind, url, alt, cards }: Media): JsonTemplate {
  const own = compileFields({ url, alt });
  const each = cards?.map(({ title, text, imageUrl, url }) => compileFields({ title, text, imageUrl, url }));
  return (scope) => ({ kind, ...own(scope), ...(each && { cards: each.map((card) => card(scope)) }) });
}

function compileFields(fields: Fields): (scope: TemplateScope) => { [name: string]: JsonValue } {
  const compiled = Object.entries(fields).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, ...compileField(name, text)] as const],
  );
  return (scope) =>
    Object.fromEntries(compiled.map(([name, template, context]) => [name, renderTemplate(template, scope, context)]));
}

function compileField(name: string, text: string): [Template, TemplateContext] {
  const isUrl = name === 'url' || name === 'imageUrl';
  return isUrl ? [parseUrlTemplate(text), linkUrl] : [parseTemplate(text), plainText];
}
