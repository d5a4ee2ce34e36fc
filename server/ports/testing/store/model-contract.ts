import { beforeEach, describe, expect, test } from 'vitest';
import type { ModelRecord } from '../../store/model-store.ts';
import type { Store } from '../../store/store.ts';
import { newWorkspace } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeModels(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('models', () => {
    const first: ModelRecord = { role: 'first', provider: 'openai', model: 'a', baseUrl: null, sealedKey: 'sealed' };
    const second: ModelRecord = { ...first, role: 'second', baseUrl: 'http://localhost:1', sealedKey: null };
    const list = async (workspaceId: string) => {
      const models = await store.read(workspaceId, (reader) => reader.models.list());
      expect(await store.modelsOf(workspaceId)).toEqual(models);
      return models;
    };
    const save = (workspaceId: string, model: ModelRecord) =>
      store.write(workspaceId, ({ models }) => models.save(model));

    test('are one for each role, of one workspace', async () => {
      const [own, other] = [await newWorkspace(store), await newWorkspace(store)];
      expect(await list(own)).toEqual([]);
      await save(own, first);
      await save(own, second);
      expect(new Set(await list(own))).toEqual(new Set([first, second]));
      expect(await list(other)).toEqual([]);
    });

    test('are replaced as a whole and removed', async () => {
      const own = await newWorkspace(store);
      const another = { ...second, role: 'first' } as const;
      await save(own, first);
      await save(own, another);
      expect(await list(own)).toEqual([another]);
      await store.write(own, ({ models }) => models.remove('first'));
      await store.write(own, ({ models }) => models.remove('first'));
      expect(await list(own)).toEqual([]);
    });
  });
}
