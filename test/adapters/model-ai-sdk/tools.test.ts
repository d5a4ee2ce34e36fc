import { describe, expect, test } from 'vitest';
import { says } from '../../harness/fake-model-server.ts';
import { ask, everything, modelWorld, passage, patiently } from './model-world.ts';

describe('tools', () => {
  test('only those are offered that the question allows', async () => {
    const it = await modelWorld();
    const names = () =>
      it.server.requests
        .at(-1)
        ?.body.tools.map((tool: { function: { name: string } }) => tool.function.name)
        .toSorted();
    await ask(it).answer;
    expect(names()).toEqual(['handOff', 'offerEnd', 'rememberFact', 'searchSources']);
    await ask(it, everything).answer;
    expect(names()).toEqual([
      'askForEmail',
      'handOff',
      'leaveBy',
      'offerEnd',
      'rememberFact',
      'searchSources',
      'setVariable',
      'showAction',
    ]);
  });

  test('what they ask for comes with the answer, which needs no second call', async () => {
    const it = await modelWorld();
    it.server.next(
      says(
        'See you!',
        { tool: 'showAction', input: { id: 'act_1' } },
        { tool: 'askForEmail', input: {} },
        { tool: 'rememberFact', input: { fact: 'Has a dog' } },
        { tool: 'setVariable', input: { name: 'size', value: 3 } },
        { tool: 'leaveBy', input: { exit: 'done' } },
        { tool: 'handOff', input: { note: 'Wants a person' } },
        { tool: 'offerEnd', input: {} },
      ),
    );
    expect(await ask(it, everything).answer).toEqual({
      text: 'See you!',
      cited: [],
      suggestions: [],
      actionIds: ['act_1'],
      asksEmail: true,
      facts: ['Has a dog'],
      variables: [{ name: 'size', value: 3 }],
      exitId: 'done',
      handoff: { note: 'Wants a person' },
      offersEnd: true,
    });
    expect(it.server.requests).toHaveLength(1);
  });

  test('a search brings passages that can be cited', async () => {
    const it = await modelWorld();
    it.server.next(
      says('Let me look.', { tool: 'searchSources', input: { question: 'delivery' } }),
      says('Norway [3].'),
    );
    const asked: string[] = [];
    const search = async (text: string) => {
      asked.push(text);
      return [passage(2, 'A refund takes 14 days.'), passage(7, 'To Norway in a week.')];
    };
    const talk = ask(it, { search });
    const { text, cited } = await talk.answer;
    expect(asked).toEqual(['delivery']);
    expect(text).toBe('Let me look.\n\nNorway [1].');
    expect(talk.heard()).toBe(text);
    expect(cited.map(({ number }) => number)).toEqual([7]);
    expect(it.server.requests[1]?.body.messages.at(-1).content).toContain('<<< passage 3 #');
  });

  test('what does not exist or does not fit is not done', async () => {
    const it = await modelWorld();
    it.server.next(
      says(
        'Hm.',
        { tool: 'showAction', input: { id: 'act_2' } },
        { tool: 'launchRocket', input: {} },
        { tool: 'setVariable', input: '{"name": "size", ' },
      ),
      says('Sorry.'),
    );
    const { actionIds, variables, text } = await ask(it, everything).answer;
    expect({ actionIds, variables, text }).toEqual({ actionIds: [], variables: [], text: 'Hm.\n\nSorry.' });
  });

  test('rounds of tools end', async () => {
    const it = await modelWorld();
    it.server.always(says({ tool: 'searchSources', input: { question: 'again' } }));
    await expect(patiently(it, ask(it).answer)).rejects.toMatchObject({
      message: expect.stringContaining('kept calling'),
    });
    expect(it.server.requests).toHaveLength(6);
    expect(it.server.requests[5]?.body.tool_choice).toBe('none');
  });
});
