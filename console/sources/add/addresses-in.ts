/**
 * The web addresses of a text, one a line or with spaces or commas between; `https://` where one says no protocol. A
 * line of words that are no addresses stays as it is, to be refused as a whole.
 */
export function addressesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.split(/[,;]*(?:\s+|$)/).filter((word) => word !== '');
    if (words.length > 1 && !words.every((word) => /[.:]/.test(word))) return [line.trim()];
    return words.map((word) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? word : `https://${word}`));
  });
}
