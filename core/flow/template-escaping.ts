/** Where a rendered text goes, which decides how values are escaped and whether they are written for people. */
export interface TemplateContext {
  readonly escape: 'markdown' | 'url' | 'header' | 'none';
  /** A variable that holds a choice shows the label rather than the option's id. */
  readonly showsLabels: boolean;
  /** `{{secret.NAME}}` stays in place, for the server to fill in. */
  readonly keepsSecrets: boolean;
}

export const messageText: TemplateContext = { escape: 'markdown', showsLabels: true, keepsSecrets: false };
export const plainText: TemplateContext = { escape: 'none', showsLabels: true, keepsSecrets: false };
export const linkUrl: TemplateContext = { escape: 'url', showsLabels: false, keepsSecrets: false };
export const requestUrl: TemplateContext = { escape: 'url', showsLabels: false, keepsSecrets: true };
export const requestHeader: TemplateContext = { escape: 'header', showsLabels: false, keepsSecrets: true };
export const requestBody: TemplateContext = { escape: 'none', showsLabels: false, keepsSecrets: true };

/** Makes a value harmless where it goes: it cannot format, link, add a header or leave its part of a URL. */
export function escapeFor(context: TemplateContext, value: string): string {
  switch (context.escape) {
    case 'markdown':
      return escapeMarkdown(value);
    case 'url':
      return encodeForUrl(value);
    case 'header':
      return value.replace(/\p{Cc}+/gu, ' ').trim();
    case 'none':
      return value;
  }
}

const markdownInline = /[\\`*[\]<|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
const markdownLineStart = /^([ \t]*)([#>+=-]|\d+(?=[.)]))/gm;

/** Escapes what CommonMark would read as formatting, and no more, so that names and addresses stay readable as they are. */
function escapeMarkdown(value: string): string {
  return value
    .replace(markdownInline, '\\$&')
    .replace(markdownLineStart, (_, indent: string, sign: string) =>
      /\d/.test(sign) ? `${indent}${sign}\\` : `${indent}\\${sign}`,
    );
}

/** Dot segments are dropped: URL parsers resolve them even when they are percent-encoded. */
function encodeForUrl(value: string): string {
  if (/^\.{1,2}$/.test(value)) return '';
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
