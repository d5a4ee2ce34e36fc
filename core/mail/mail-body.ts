/** What a mail says, for programs that show HTML and for those that show text. */
export interface MailBody {
  readonly text: string;
  readonly html: string;
}

/** A link in a mail: its words, and an address that this server made. */
export interface MailLink {
  readonly label: string;
  readonly url: string;
}

/**
 * Template tag that writes a mail once for both forms. An empty line begins a paragraph. Values are escaped, and lose
 * their line breaks, so that a name can add neither markup nor a paragraph.
 */
export function mailBody(words: TemplateStringsArray, ...values: readonly (string | MailLink)[]): MailBody {
  const write = (asText: (text: string) => string, asLink: (link: MailLink) => string) =>
    words
      .map((word, at) => {
        const value = values[at];
        if (value === undefined) return asText(word);
        return asText(word) + (typeof value === 'string' ? asText(onOneLine(value)) : asLink(value));
      })
      .join('')
      .trim()
      .split(/\n\s*\n/)
      .map(onOneLine);
  const text = write(
    (plain) => plain,
    ({ label, url }) => `${onOneLine(label)}: ${url}`,
  );
  const html = write(escaped, ({ label, url }) => `<a href="${escaped(url)}">${escaped(onOneLine(label))}</a>`);
  return { text: text.join('\n\n'), html: page(html) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => `<p dir="auto" style="margin:0 0 16px">${paragraph}</p>`).join('\n');
  return `<!doctype html>
<html>
<head><meta charset="utf-8"></head>
<body style="margin:24px;font:16px/1.5 system-ui,sans-serif">
${body}
</body>
</html>`;
}
