const bare =
  /(?:https?:\/\/|www\.|mailto:)[^\s<>`"]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
const target = /\]\(\s*<?(?<url>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)/gu;
const closing = /[.,;:!?)\]'"*_~]+$/u;
const linked =
  /(?<code>(?<ticks>`+)[^\n]*?\k<ticks>)|(?<image>!?)\[(?<label>(?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?(?<url>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?[^()]*\)|^[ \t]*\[[^\]\n]+\]:[ \t]*<?(?<defined>\S+?)>?(?:[ \t].*)?$|<(?<angled>[a-z][a-z0-9+.-]*:[^\s<>]+)>|(?<open>(?:https?:\/\/|www\.|mailto:)[^\s<>`"]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+)/gimu;

/** The addresses a reply may link: those given, and those that stand in the texts. */
export function knownLinks(texts: readonly string[], urls: readonly string[]): ReadonlySet<string> {
  const found = texts.flatMap((text) => [
    ...(text.match(bare) ?? []),
    ...[...text.matchAll(target)].map((match) => match.groups?.url ?? ''),
  ]);
  return new Set([...urls, ...found.flatMap((url) => [url, url.replace(closing, '')])].map(canonical));
}

/**
 * Markdown with links only to known addresses by http, https or mailto; any other address is left as plain text that
 * no reader turns into a link, and an image from it as its description: following a made-up address, or loading an
 * image, would carry what it says to whoever owns it.
 */
export function keepKnownLinks(markdown: string, known: ReadonlySet<string>): string {
  return markdown.replace(linked, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (groups.code !== undefined) return found;
    if (groups.label !== undefined) return keepInline(found, groups, known);
    if (groups.defined !== undefined) return isKnown(groups.defined, known) ? found : '';
    if (groups.angled !== undefined) return isKnown(groups.angled, known) ? found : plain(groups.angled);
    return keepBare(found, known);
  });
}

function keepInline(found: string, groups: Record<string, string | undefined>, known: ReadonlySet<string>): string {
  const { label = '', url = '', image } = groups;
  if (isKnown(url, known)) return found;
  const words = keepKnownLinks(label, known);
  return image || url === '' || label.includes(url) ? words : `${words} (${plain(url)})`;
}

function keepBare(found: string, known: ReadonlySet<string>): string {
  const url = found.replace(closing, '');
  if (isKnown(found, known) || isKnown(url, known)) return found;
  return `${plain(url)}${found.slice(url.length)}`;
}

function plain(url: string): string {
  return `\`${url.replaceAll('`', '')}\``;
}

function isKnown(url: string, known: ReadonlySet<string>): boolean {
  const isAddress = /^(?:https?:\/\/|www\.|mailto:|[^\s/:?#]+@)/iu.test(url);
  return isAddress && known.has(canonical(url));
}

/** Scheme and host have no case; a slash at the end says nothing, and neither do `http`, `mailto:` and `www.`. */
function canonical(url: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/\/|mailto:)?(?:www\.)?([^/?#]*)(.*)$/isu.exec(url.trim()) ?? [];
  return host.toLowerCase() + rest.replace(/^\/$|(?<=.)\/$/u, '');
}
