const linkSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address in full when a visitor may be sent there (web, mail or telephone), else null. */
export function safeLink(address: string): string | null {
  return allowed(address, (scheme) => linkSchemes.has(scheme));
}

/** The address in full when media may be loaded from there, else null. */
export function safeMediaAddress(address: string): string | null {
  return allowed(address, (scheme) => scheme === 'https:' || scheme === 'http:');
}

function allowed(address: string, isAllowed: (scheme: string) => boolean): string | null {
  try {
    const url = new URL(address);
    return isAllowed(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
