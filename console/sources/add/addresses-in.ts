/** The web addresses of a text, one a line or with spaces between; `https://` where one says no protocol. */
export function addressesIn(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? word : `https://${word}`));
}
