import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph } from '../../core/flow/graph.ts';
import { emptyTwin } from '../../core/twin/twin.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley?.stop());

const flows = {
  kind: 'flow',
  first: { graph: { ...emptyGraph(), language: 'de' } },
  second: { graph: { ...emptyGraph(), language: 'fr' } },
};
const twins = { kind: 'twin', first: emptyTwin('Ada'), second: emptyTwin('Grace') };

describe.each([flows, twins])('a $kind', ({ kind, first, second }) => {
  const base = `/api/v1/${kind}s`;
  let id: string;
  beforeEach(async () => {
    id = (await parley.owner.must(201, 'POST', base, { name: 'Help' })).id;
  });

  const call = (method: string, path: string, body?: object) => parley.owner.call(method, `${base}/${id}${path}`, body);
  const must = (status: number, method: string, path: string, body?: object): Promise<Json> =>
    parley.owner.must(status, method, `${base}/${id}${path}`, body);
  const draft = async () => (await must(200, 'GET', '')).draft;

  test('is saved at the revision that was read; who comes later is told what stands there', async () => {
    expect((await draft()).revision).toBe(1);
    expect(await must(200, 'PUT', '/draft', { revision: 1, ...first })).toMatchObject({ revision: 2 });
    const stale = await call('PUT', '/draft', { revision: 1, ...second });
    const { updatedAt, updatedBy } = await draft();
    expect([stale.status, stale.body]).toMatchObject([
      409,
      { code: 'draft_changed', current: { revision: 2, updatedAt, updatedBy: updatedBy.name } },
    ]);
    expect(await draft()).toMatchObject(first);
  });

  test('is published as it was looked at, and every version stays as it was', async () => {
    await must(200, 'PUT', '/draft', { revision: 1, ...first });
    const unseen = await call('POST', '/versions', { revision: 1 });
    expect([unseen.status, unseen.body]).toMatchObject([409, { code: 'draft_changed', current: { revision: 2 } }]);
    expect(await must(201, 'POST', '/versions', { revision: 2, note: 'To begin with' })).toMatchObject({ number: 1 });
    await must(200, 'PUT', '/draft', { revision: 2, ...second });
    expect(await must(201, 'POST', '/versions', {})).toMatchObject({ number: 2, note: null });
    const { items } = await must(200, 'GET', '/versions');
    expect(items).toMatchObject([{ number: 2 }, { number: 1, note: 'To begin with' }]);
    expect(await must(200, 'GET', '/versions/1')).toMatchObject({ number: 1, ...first });
    expect(await must(200, 'GET', '/versions/2')).toMatchObject({ number: 2, ...second });
    await must(404, 'GET', '/versions/3');
  });

  test('gets an earlier version back into its draft, if nobody has written there since', async () => {
    await must(200, 'PUT', '/draft', { revision: 1, ...first });
    await must(201, 'POST', '/versions', {});
    await must(200, 'PUT', '/draft', { revision: 2, ...second });
    const stale = await call('POST', '/draft/restore', { revision: 2, number: 1 });
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'draft_changed', current: { revision: 3 } }]);
    await must(404, 'POST', '/draft/restore', { revision: 3, number: 9 });
    expect(await draft()).toMatchObject({ revision: 3, ...second });
    const restored = await must(200, 'POST', '/draft/restore', { revision: 3, number: 1 });
    expect(restored.draft).toMatchObject({ revision: 4, ...first });
  });

  test('is deleted with its versions once no deployment uses it', async () => {
    await must(200, 'PUT', '/draft', { revision: 1, ...first });
    await must(201, 'POST', '/versions', {});
    const deploy = kind === 'flow' ? parley.owner.deploy : parley.owner.deployTwin;
    const deployment = await deploy(id, { name: 'Website' });
    const used = await call('DELETE', '');
    expect([used.status, used.body]).toMatchObject([
      409,
      { code: 'in_use', current: { uses: [{ kind: 'deployment', id: deployment.id, name: 'Website' }] } },
    ]);
    expect(used.body.detail).toContain(`This ${kind} is used by the deployment "Website".`);
    await parley.owner.must(204, 'DELETE', `/api/v1/deployments/${deployment.id}?confirmName=Website`);
    await must(204, 'DELETE', '');
    await must(404, 'GET', '');
    await must(404, 'GET', '/versions/1');
  });
});
