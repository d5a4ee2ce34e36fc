import type { Context } from './context.ts';

/** Values of the workspace's secrets by name; one that does not exist is absent. */
export async function openSecrets(
  ctx: Pick<Context, 'store' | 'vault'>,
  workspaceId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const sealed = await ctx.store.read(workspaceId, (reader) => reader.workspace.sealedSecrets(names));
  return new Map([...sealed].map(([name, text]) => [name, ctx.vault.open(text, `secret:${workspaceId}:${name}`)]));
}
