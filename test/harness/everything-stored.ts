import type { Json } from './http-client.ts';
import type { Owner } from './parley-client.ts';

/** Everything an owner can read of the workspace, to compare before and after: what two readings share has not changed. */
export async function everythingStored({ must }: Owner): Promise<Json> {
  const read = (path: string) => must(200, 'GET', `/api/v1/${path}`);
  const list = async (path: string) => (await read(`${path}?limit=200`)).items;
  const each = (path: string, items: Json[], below = '') =>
    Promise.all(items.map((item) => read(`${path}/${item.id}${below}`)));

  const flows = await list('flows');
  const twins = await list('twins');
  const deployments = await list('deployments');
  return {
    flows: await each('flows', flows),
    versions: await each('flows', flows, '/versions'),
    twins: await each('twins', twins),
    twinVersions: await each('twins', twins, '/versions'),
    sources: await each('sources', await list('sources')),
    deployments,
    revisions: await each('deployments', deployments, '/revisions'),
    decisions: await each('deployments', deployments, '/decisions'),
    sessions: await each('sessions', await list('sessions')),
    people: await list('people'),
    workspace: await read('workspace'),
    models: await read('models'),
    members: await list('members'),
    invitations: await list('invitations'),
    secrets: await list('secrets'),
    apiKeys: (await list('api-keys')).map(({ lastUsedAt: _, ...key }: Json) => key),
    audit: await list('audit'),
  };
}
