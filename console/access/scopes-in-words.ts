import { areas, type Scope } from '../../contract/scopes.ts';

/** What scopes allow, such as "change flows, read sessions"; to write is to read. */
export function scopesInWords(scopes: readonly Scope[]): string {
  const changed = areas.filter((area) => scopes.includes(`${area}:write`));
  const read = areas.filter((area) => !changed.includes(area) && scopes.includes(`${area}:read`));
  if (changed.length === areas.length) return 'everything';
  if (changed.length === 0 && read.length === areas.length) return 'read everything';
  const parts = [changed.length > 0 && `change ${changed.join(', ')}`, read.length > 0 && `read ${read.join(', ')}`];
  return parts.filter(Boolean).join('; ');
}
