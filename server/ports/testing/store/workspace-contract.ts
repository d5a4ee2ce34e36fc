import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import type { ReplyClaim, Role } from '../../store/workspace-store.ts';
import { author, hour, ids, later, minute, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeWorkspaces(current: CurrentStore): void {
  let store: Store;
  let accounts = 0;
  beforeEach(() => {
    store = current().store;
  });

  const join = async (workspaceId: string, role: Role, at = noon): Promise<string> => {
    const userId = `usr_${++accounts}`;
    await current().addAccount({ userId, name: `Name ${userId}`, email: `${userId}@example.com` });
    await store.write(workspaceId, ({ workspace }) => workspace.addMember({ userId, role, at }));
    return userId;
  };

  describe('a workspace', () => {
    test('is the first one of an installation, until there is an older one', async () => {
      expect(await store.access.firstWorkspace()).toBeNull();
      const id = await newWorkspace(store);
      await newWorkspace(store, later(1));
      const first = {
        id,
        name: `Workspace ${id}`,
        timeZone: 'UTC',
        sharesMemory: false,
        createdAt: noon.toISOString(),
      };
      expect(await store.access.firstWorkspace()).toEqual(first);
      expect(await store.read(id, ({ workspace }) => workspace.get())).toEqual(first);
      expect(await store.read(id, ({ workspace }) => workspace.identitySecretSealed())).toBe(`sealed ${id}`);
    });

    test('changes only what is named', async () => {
      const id = await newWorkspace(store);
      const change = (to: { name?: string; timeZone?: string }) =>
        store.write(id, ({ workspace }) => workspace.change(to));
      expect(await change({ timeZone: 'Europe/Zurich' })).toMatchObject({
        name: `Workspace ${id}`,
        timeZone: 'Europe/Zurich',
      });
      expect(await change({ name: 'Acme' })).toMatchObject({ name: 'Acme', timeZone: 'Europe/Zurich' });
      expect(await change({})).toMatchObject({ name: 'Acme' });
    });

    test('answers when the database does', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });

  describe('members', () => {
    test('are listed in the order they joined, and known by their account', async () => {
      const workspaceId = await newWorkspace(store);
      const second = await join(workspaceId, 'viewer', later(2));
      const first = await join(workspaceId, 'owner', later(1));
      const { items } = await store.read(workspaceId, ({ workspace }) => workspace.listMembers({ limit: 10 }));
      const expected = (userId: string, role: Role, at: Date) => ({
        userId,
        role,
        name: `Name ${userId}`,
        email: `${userId}@example.com`,
        joinedAt: at.toISOString(),
      });
      expect(items).toEqual([expected(first, 'owner', later(1)), expected(second, 'viewer', later(2))]);
      expect(await store.access.membershipsOf(first)).toEqual([
        { workspaceId, role: 'owner', name: `Workspace ${workspaceId}` },
      ]);
      expect(await store.access.membershipsOf('usr_none')).toEqual([]);
    });

    test('stay as they are when they are added again', async () => {
      const workspaceId = await newWorkspace(store);
      const userId = await join(workspaceId, 'owner');
      await store.write(workspaceId, ({ workspace }) => workspace.addMember({ userId, role: 'viewer', at: later(1) }));
      const { items } = await store.read(workspaceId, ({ workspace }) => workspace.listMembers({ limit: 10 }));
      expect(items).toMatchObject([{ userId, role: 'owner', joinedAt: noon.toISOString() }]);
    });

    test('change role and leave', async () => {
      const workspaceId = await newWorkspace(store);
      const userId = await join(workspaceId, 'viewer');
      await store.write(workspaceId, async ({ workspace }) => {
        await workspace.changeRole(userId, 'editor');
        expect(await workspace.findMember(userId)).toMatchObject({ role: 'editor' });
        await workspace.removeMember(userId);
        expect(await workspace.findMember(userId)).toBeNull();
      });
      expect(await store.access.membershipsOf(userId)).toEqual([]);
    });

    test('who are the last owners cannot all leave at once', async () => {
      const workspaceId = await newWorkspace(store);
      const owners = [await join(workspaceId, 'owner'), await join(workspaceId, 'owner')];
      const leave = (userId: string) =>
        store.write(workspaceId, async ({ workspace }) => {
          const left = (await workspace.lockOwners()).filter((owner) => owner !== userId);
          if (left.length > 0) await workspace.removeMember(userId);
          return left.length > 0;
        });
      expect((await Promise.all(owners.map(leave))).sort()).toEqual([false, true]);
    });
  });

  describe('invitations', () => {
    const invite = (workspaceId: string, expiresAt = later(hour)) => {
      const invitation = { id: ids.next('inv'), tokenHash: ids.secret(), email: null, role: 'editor' as const };
      return store
        .write(workspaceId, ({ workspace }) => workspace.addInvitation({ ...invitation, at: noon, expiresAt }))
        .then((record) => ({ record, tokenHash: invitation.tokenHash }));
    };

    test('are open until they are used or expire', async () => {
      const workspaceId = await newWorkspace(store);
      const { record, tokenHash } = await invite(workspaceId);
      expect(await store.access.invitationByHash(tokenHash, noon)).toEqual({
        ...record,
        workspaceId,
        workspaceName: `Workspace ${workspaceId}`,
      });
      expect(await store.access.invitationByHash(tokenHash, later(hour))).toBeNull();
      expect(await store.access.takeInvitation(tokenHash, later(hour))).toBe(false);
      const open = (now: Date) =>
        store.read(workspaceId, async ({ workspace }) => (await workspace.listInvitations({ limit: 10 }, now)).items);
      expect(await open(noon)).toEqual([record]);
      expect(await open(later(hour))).toEqual([]);
      expect(await store.access.takeInvitation(tokenHash, noon)).toBe(true);
      expect(await open(noon)).toEqual([]);
    });

    test('are used by one of many', async () => {
      const { tokenHash } = await invite(await newWorkspace(store));
      const uses = await Promise.all([1, 2, 3, 4].map(() => store.access.takeInvitation(tokenHash, noon)));
      expect(uses.filter(Boolean)).toHaveLength(1);
    });

    test('can be withdrawn, by their workspace only', async () => {
      const workspaceId = await newWorkspace(store);
      const { record, tokenHash } = await invite(workspaceId);
      const withdraw = (from: string) => store.write(from, ({ workspace }) => workspace.removeInvitation(record.id));
      expect(await withdraw(await newWorkspace(store))).toBe(false);
      expect(await withdraw(workspaceId)).toBe(true);
      expect(await store.access.invitationByHash(tokenHash, noon)).toBeNull();
    });
  });

  describe('API keys', () => {
    const scopes = ['flows:read', 'sessions:write'];
    const addKey = (workspaceId: string, keyHash: string) =>
      store.write(workspaceId, ({ workspace }) =>
        workspace.addApiKey({ id: ids.next('key'), name: 'CI', prefix: 'pk_12', keyHash, scopes, at: noon }),
      );

    test('name their workspace and scopes, and remember their use once a minute', async () => {
      const workspaceId = await newWorkspace(store);
      const record = await addKey(workspaceId, 'hash-1');
      const lastUse = async () =>
        (await store.read(workspaceId, ({ workspace }) => workspace.listApiKeys({ limit: 10 }))).items[0]?.lastUsedAt;
      expect(await lastUse()).toBeNull();
      const found = { id: record.id, name: 'CI', workspaceId, scopes };
      expect(await store.access.apiKeyByHash('hash-1', later(1))).toEqual(found);
      await store.access.apiKeyByHash('hash-1', later(minute));
      expect(await lastUse()).toBe(later(1).toISOString());
      await store.access.apiKeyByHash('hash-1', later(minute + 1));
      expect(await lastUse()).toBe(later(minute + 1).toISOString());
      expect(await store.access.apiKeyByHash('other', noon)).toBeNull();
    });

    test('open nothing once removed', async () => {
      const workspaceId = await newWorkspace(store);
      const { id } = await addKey(workspaceId, 'hash-2');
      expect(await store.write(workspaceId, ({ workspace }) => workspace.removeApiKey(id))).toBe(true);
      expect(await store.access.apiKeyByHash('hash-2', noon)).toBeNull();
    });
  });

  describe('secrets', () => {
    test('are replaced by name, listed without value and read sealed', async () => {
      const workspaceId = await newWorkspace(store);
      await store.write(workspaceId, async ({ workspace }) => {
        await workspace.saveSecret({ name: 'B_TOKEN', sealed: 'b', at: noon });
        await workspace.saveSecret({ name: 'A_TOKEN', sealed: 'a', at: noon });
        await workspace.saveSecret({ name: 'B_TOKEN', sealed: 'b2', at: later(1) });
      });
      await store.read(workspaceId, async ({ workspace }) => {
        const first = await workspace.listSecrets({ limit: 1 });
        const rest = await workspace.listSecrets({ limit: 1, cursor: first.nextCursor ?? '' });
        expect([...first.items, ...rest.items]).toEqual([
          { name: 'A_TOKEN', updatedAt: noon.toISOString() },
          { name: 'B_TOKEN', updatedAt: later(1).toISOString() },
        ]);
        expect(await workspace.sealedSecrets(['B_TOKEN', 'C_TOKEN'])).toEqual(new Map([['B_TOKEN', 'b2']]));
        expect(await workspace.sealedSecrets([])).toEqual(new Map());
      });
      expect(await store.write(workspaceId, ({ workspace }) => workspace.removeSecret('A_TOKEN'))).toBe(true);
      expect(await store.write(workspaceId, ({ workspace }) => workspace.removeSecret('A_TOKEN'))).toBe(false);
    });
  });

  describe('the audit log', () => {
    test('tells who did what, newest first, to its workspace only', async () => {
      const workspaceId = await newWorkspace(store);
      const entry = { actor: author, action: 'flow.renamed', subjectId: 'flw_1', fields: ['name'] };
      for (const second of [1, 2]) {
        const audited = { ...entry, id: ids.next('aud'), at: later(second) };
        await store.write(workspaceId, ({ workspace }) => workspace.audit(audited));
      }
      const list = (of: string) =>
        store.read(of, async ({ workspace }) => (await workspace.listAudit({ limit: 10 })).items);
      expect(await list(workspaceId)).toMatchObject([
        { ...entry, at: later(2).toISOString() },
        { ...entry, at: later(1).toISOString() },
      ]);
      expect(await list(await newWorkspace(store))).toEqual([]);
    });
  });

  describe('replies to requests that may be repeated', () => {
    const claimOf = async (): Promise<ReplyClaim> => ({
      workspaceId: await newWorkspace(store),
      actorId: 'key_1',
      key: 'abc',
      requestHash: 'h1',
      at: noon,
    });
    const at = (claim: ReplyClaim, ms: number): ReplyClaim => ({ ...claim, at: later(ms) });

    test('are claimed by one of many, and then answered to all', async () => {
      const claim = await claimOf();
      const claims = await Promise.all([1, 2, 3, 4].map(() => store.access.claimReply(claim)));
      expect(claims.map(({ kind }) => kind).sort()).toEqual(['running', 'running', 'running', 'taken']);
      await store.access.rememberReply({ ...claim, status: 201, body: '{}' });
      const answered = { kind: 'answered', requestHash: 'h1', status: 201, body: '{}' };
      expect(await store.access.claimReply(at(claim, hour))).toEqual(answered);
      expect(await store.access.claimReply({ ...claim, requestHash: 'h2' })).toEqual(answered);
      expect(await store.access.claimReply({ ...claim, actorId: 'key_2' })).toEqual({ kind: 'taken' });
    });

    test('that never came free the key after a minute', async () => {
      const claim = await claimOf();
      await store.access.claimReply(claim);
      expect(await store.access.claimReply(at(claim, minute - 1))).toEqual({ kind: 'running' });
      expect(await store.access.claimReply(at(claim, minute))).toEqual({ kind: 'taken' });
    });

    test('given up free the key at once, but not a claim taken since', async () => {
      const claim = await claimOf();
      await store.access.claimReply(claim);
      await store.access.abandonReply(claim);
      expect(await store.access.claimReply(at(claim, 1))).toEqual({ kind: 'taken' });
      await store.access.abandonReply(claim);
      expect(await store.access.claimReply(at(claim, 2))).toEqual({ kind: 'running' });
    });

    test('are kept 24 hours', async () => {
      const claim = await claimOf();
      await store.access.claimReply(claim);
      await store.access.rememberReply({ ...claim, status: 200, body: '1' });
      expect(await store.access.claimReply(at(claim, 24 * hour - 1))).toMatchObject({ kind: 'answered' });
      expect(await store.access.claimReply(at(claim, 24 * hour))).toEqual({ kind: 'taken' });
    });
  });
}
