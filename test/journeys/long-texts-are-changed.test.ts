import { afterAll, beforeAll, expect, test } from 'vitest';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const at = '/api/v1/sources';
const longText = (word: string) => `# ${word}\n\nThe ${word} opens the shed.\n\n`.repeat(1_500);
const change = (id: string, body: object) => parley.owner.call('PATCH', `${at}/${id}`, body);

test('a long text is kept whole, with all its passages', async () => {
  const note = await parley.owner.note('Keys', longText('key'));
  expect(note).toMatchObject({ status: 'ready', revision: 1, passages: 1_500 });
  const { status, body } = await change(note.id, { text: longText('lever'), revision: 1 });
  expect([status, body.revision, body.passages, body.text]).toEqual([200, 2, 1_500, longText('lever')]);
});

test('of a rename and an edit at once neither is lost, and an edit of an older text is refused', async () => {
  const note = await parley.owner.note('Keys', longText('key'));
  const [renamed, edited] = await Promise.all([
    change(note.id, { name: 'Levers' }),
    change(note.id, { text: 'The lever opens the shed.', revision: 1 }),
  ]);
  expect([renamed.status, edited.status]).toEqual([200, 200]);
  const { name, text, revision } = await parley.owner.must(200, 'GET', `${at}/${note.id}`);
  expect({ name, text, revision }).toEqual({ name: 'Levers', text: 'The lever opens the shed.', revision: 3 });
  const index = await parley.parley.ctx.passageIndex.search({
    workspaceId: parley.actor.workspaceId,
    sources: [{ sourceId: note.id, revision: 3 }],
    question: 'lever',
    limit: 10,
  });
  expect(index).toHaveLength(1);

  const [first, second] = await Promise.all([
    change(note.id, { text: longText('first'), revision: 3 }),
    change(note.id, { text: 'second', revision: 3 }),
  ]);
  expect([first.status, second.status].toSorted()).toEqual([200, 409]);
});
