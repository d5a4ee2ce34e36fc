import { expect, it } from 'vitest';
import { createDeploymentSchema } from '../../../contract/deployment-settings.ts';
import {
  createBody,
  draftProblems,
  idempotencyKey,
  newDraft,
  stepOf,
  storeDraft,
  storedDraft,
} from './wizard-draft.ts';

const complete = {
  ...newDraft({ kind: 'flow', id: 'flo_1' }),
  settings: { ...newDraft().settings, name: 'Front page' },
};

it('a new draft lacks a flow and a name, and says so at their fields', () => {
  expect(draftProblems(newDraft()).map(({ field }) => field)).toEqual(['subject', 'name']);
  expect(draftProblems(complete)).toEqual([]);
});

it('asks the API for what differs from its defaults', () => {
  const body = createBody(complete);
  expect(body).toEqual({
    name: 'Front page',
    status: 'active',
    subject: { kind: 'flow', id: 'flo_1' },
    platform: { kind: 'web' },
  });
  expect(createDeploymentSchema.safeParse(body).success).toBe(true);
});

it.each([
  ['subject.id', 'flow'],
  ['versionPolicy.number', 'flow'],
  ['sources.src_1', 'flow'],
  ['audience.groups.0.filters.1.value', 'audience'],
  ['behavior.criteria.0', 'settings'],
  ['status', 'review'],
])('a problem of %s belongs to the step %s', (field, step) => expect(stepOf(field).id).toBe(step));

function tabStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

it('a draft comes back as it was stored, incomplete or not', () => {
  const storage = tabStorage();
  expect(storedDraft(storage)).toBeNull();
  const audience = { groups: [{ name: '', filters: [] }] };
  const draft = { ...complete, settings: { ...complete.settings, audience } };
  storeDraft(storage, draft);
  expect(storedDraft(storage)).toEqual(draft);
  storage.setItem('parley-new-deployment', '{"platform":');
  expect(storedDraft(storage)).toBeNull();
});

it('the same wish keeps its key, another one gets another', () => {
  const storage = tabStorage();
  const body = createBody(complete);
  const key = idempotencyKey(storage, body);
  expect(idempotencyKey(storage, createBody(complete))).toBe(key);
  expect(idempotencyKey(storage, { ...body, name: 'Another' })).not.toBe(key);
});
