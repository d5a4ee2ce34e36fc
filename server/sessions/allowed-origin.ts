/** Whether a site may embed a conversation: our own pages always, any site where none is named, else a named one (`https://*.example.com` names every subdomain). */
export function isAllowedOrigin(origin: string, allowed: readonly string[], publicUrl: string): boolean {
  if (allowed.length === 0 || origin === new URL(publicUrl).origin) return true;
  return allowed.some((pattern) => matchesOrigin(origin.toLowerCase(), pattern.toLowerCase()));
}

function matchesOrigin(origin: string, pattern: string): boolean {
  const [scheme, host] = pattern.split('://*.');
  if (host === undefined) return origin === pattern;
  return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${host}`);
}
