import type { SourceReply } from '../../contract/sources.ts';
import { invalidField } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { addSource, type NewSource } from './add-source.ts';
import { presentSource } from './present-source.ts';

/** Makes one source of each web address, however often it is named, all of them or none, and has them read in the background. */
export function addPages(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'sourceLimits'>,
  actor: Actor,
  { urls, hint, ...person }: Omit<NewSource, 'name'> & { urls: readonly string[]; hint?: string },
): Promise<{ items: SourceReply[] }> {
  const addresses = urls.map((url, index) => {
    if (!URL.canParse(url)) throw invalidField(`urls.${index}`, 'must be an http or https address');
    const address = new URL(url);
    // Stored and shown as it is, it would tell the password to every member.
    if (address.username !== '' || address.password !== '') {
      throw invalidField(`urls.${index}`, 'must not carry a user name or password');
    }
    // A fragment names a place in the page and is never sent: with another one it is the same page.
    address.hash = '';
    return address;
  });
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const { sources } = transaction;
    const items: SourceReply[] = [];
    for (const address of withoutRepeats(addresses)) {
      const origin = { kind: 'url', status: 'waiting', url: address.href, hint: hint ?? null } as const;
      const source = await addSource(ctx, transaction, actor, { ...person, name: nameOf(address) }, origin);
      await sources.enqueueReading(source.id, ctx.clock.now());
      items.push(await presentSource(sources, source));
    }
    return { items };
  });
}

function withoutRepeats(addresses: readonly URL[]): URL[] {
  return [...new Map(addresses.map((address) => [address.href, address])).values()];
}

/** The address as people say it, as far as a name reaches. */
function nameOf({ host, pathname }: URL): string {
  const name = `${host}${pathname}`.replace(/\/$/, '');
  return name.length > 200 ? `${name.slice(0, 199).toWellFormed()}…` : name;
}
