import type { Context } from '../ports/context.ts';

/** Whether anybody has an account here: before that, the way in is the link that was printed at the start. */
export async function hasMembers({ store }: Pick<Context, 'store'>): Promise<boolean> {
  const workspace = await store.access.firstWorkspace();
  if (!workspace) return false;
  const { items } = await store.read(workspace.id, (reader) => reader.workspace.listMembers({ limit: 1 }));
  return items.length > 0;
}
