const fencedCode = /^(```|~~~)[\s\S]*?^\1/gm;
const codeOrHeading = new RegExp(`${fencedCode.source}|^#{1,5} `, 'gm');

/** One level down where the text has a title of its own: what it stands under is titled already. */
export function demoteHeadings(markdown: string): string {
  const isTitled = /^# /m.test(markdown.replace(fencedCode, ''));
  return isTitled
    ? markdown.replace(codeOrHeading, (found) => (found.startsWith('#') ? `#${found}` : found))
    : markdown;
}
