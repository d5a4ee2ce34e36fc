/**
 * Whether a site's robots.txt lets `agent` read a path (with its query): the group of that name, else the group of
 * all; the longest matching rule wins, and at equal length the one that allows (RFC 9309).
 */
export function robotsAllow(robots: string, agent: string, path: string): boolean {
  const rules = rulesFor(robots, agent) ?? rulesFor(robots, '*') ?? [];
  const matching = rules.filter(({ pattern }) => pattern !== '' && matches(pattern, path));
  const longest = Math.max(0, ...matching.map(({ pattern }) => pattern.length));
  return matching.length === 0 || matching.some(({ pattern, allows }) => allows && pattern.length === longest);
}

interface Rule {
  readonly allows: boolean;
  readonly pattern: string;
}

/** Null when no group is about this agent. Groups of the same name are one. */
function rulesFor(robots: string, agent: string): Rule[] | null {
  let rules: Rule[] | null = null;
  let isMeant = false;
  let namesGoOn = false;
  for (const line of robots.split(/\r\n?|\n/, 5_000)) {
    const [, field = '', value = ''] = /^\s*([A-Za-z-]{1,30})\s*:\s*([^\s#]*)/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      isMeant = (namesGoOn && isMeant) || value.toLowerCase() === agent.toLowerCase();
      namesGoOn = true;
      if (isMeant) rules ??= [];
    } else if (name === 'allow' || name === 'disallow') {
      namesGoOn = false;
      if (isMeant) rules?.push({ allows: name === 'allow', pattern: value });
    }
  }
  return rules;
}

/** `*` stands for anything, a `$` at the end for the end. */
function matches(pattern: string, path: string): boolean {
  const endsThere = pattern.endsWith('$');
  const [start = '', ...parts] = (endsThere ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  if (parts.length === 0) return !endsThere || path.length === start.length;
  const last = endsThere ? (parts.pop() ?? '') : '';
  let at = start.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !endsThere || (path.endsWith(last) && path.length - last.length >= at);
}
