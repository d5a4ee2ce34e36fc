import PostalMime, { type Address } from 'postal-mime';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** The subject as title, who wrote when, the body, and the names of attachments, which are not read. */
export async function readEmail(bytes: Uint8Array): Promise<{ title: string | null; text: string }> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxRfc822NestingDepth: 3 });
  const title = mail.subject?.trim() || null;
  const body = mail.text?.trim() ? mail.text : htmlToMarkdown(mail.html ?? '');
  const facts = [
    ['From', mail.from === undefined ? '' : named(mail.from)],
    ['To', (mail.to ?? []).map(named).join(', ')],
    ['Date', mail.date?.slice(0, 10) ?? ''],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const attached = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  const note = attached.length === 0 ? [] : [`Attachments, not read: ${attached.join(', ')}`];
  const isBare = body.trim() === '' && attached.length === 0;
  return { title, text: isBare ? '' : [`# ${title ?? 'Email'}`, facts.join('\n'), body.trim(), ...note].join('\n\n') };
}

function named({ name, address }: Address): string {
  return name && address ? `${name} <${address}>` : name || address || '';
}
