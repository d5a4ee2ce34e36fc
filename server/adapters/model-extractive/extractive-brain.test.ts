import { describe, expect, test } from 'vitest';
import { emptyTwin } from '../../../core/twin/twin.ts';
import type { Answer, FoundPassage, Question } from '../../ports/brain.ts';
import { readTerms } from '../passage-index/read-terms.ts';
import { extractiveBrain } from './extractive-brain.ts';

const brain = extractiveBrain({ threshold: 0.5, readTerms });

const refunds =
  'We ship within two days. A refund takes 14 days from the day the parcel is back. Write to us if it takes longer.\n\n' +
  'Gift cards cannot be refunded.';

function passage(given: Partial<FoundPassage>): FoundPassage {
  return {
    sourceId: 'src_1',
    revision: 1,
    number: 1,
    title: 'Terms',
    headings: ['Terms', 'Refunds'],
    page: null,
    text: refunds,
    score: 10,
    confidence: 0.9,
    access: 'mentioned',
    ...given,
  };
}

function question(given: Partial<Question>): Question {
  return {
    twin: emptyTwin('Ada'),
    goal: '',
    instructions: [],
    language: 'en',
    languages: ['en'],
    transcript: [],
    facts: [],
    text: 'How long does a refund take?',
    passages: [passage({})],
    actions: [],
    mayAskEmail: true,
    exits: [],
    variables: [],
    search: async () => [],
    ...given,
  };
}

async function ask(
  given: Partial<Question>,
  signal = new AbortController().signal,
): Promise<Answer & { heard: string }> {
  const heard: string[] = [];
  const hear = { piece: (text: string) => void heard.push(text), restart: () => void heard.splice(0) };
  return { ...(await brain.answer(question(given), hear, signal)), heard: heard.join('') };
}

test('quotes the paragraph with the words of the question, and cites it', async () => {
  const answer = await ask({});
  expect(answer.text).toBe(
    'I answer by quoting the sources. This fits your question:\n\n' +
      '> We ship within two days. A refund takes 14 days from the day the parcel is back. Write to us if it takes longer. [1]',
  );
  expect(answer.cited).toEqual([passage({})]);
  expect(answer.heard).toBe(answer.text);
});

test('quotes the shortest span with the words of the question where the paragraph is long', async () => {
  const before = 'Parcels are packed by hand in the hall behind the shop, every day but Sunday. '.repeat(5);
  const { text } = await ask({ passages: [passage({ text: `${before}${refunds}` })] });
  expect(text.split('\n\n')[1]).toBe(
    '> A refund takes 14 days from the day the parcel is back. Write to us if it takes longer. [1]',
  );
});

test('quotes what an answer is about, though another sentence has more words of the question', async () => {
  const text = 'You can try every plan for 30 days. No card is needed. When the trial ends, choose a plan.';
  expect((await ask({ text: 'is there a trial', passages: [passage({ text })] })).text).toContain('> You can try');
});

test('what was heard is what was answered', async () => {
  for (const text of ['refund', 'weather', '', 'email me']) {
    const { heard, text: said } = await ask({ text });
    expect(heard).toBe(said);
  }
});

test.each([
  ['de', 'Ich antworte mit Zitaten'],
  ['fr-CA', 'Je réponds en citant'],
  ['es', 'Respondo citando las fuentes'],
  ['pt-BR', 'Respondo citando as fontes'],
  ['ar', 'أجيب باقتباسات'],
  ['fi', 'I answer by quoting'],
])('says in %s that it quotes', async (language, words) => {
  expect((await ask({ language })).text).toContain(words);
});

test.each([
  ['en', 'Thanks!', 'You are welcome.'],
  ['de', 'Danke', 'Gern geschehen.'],
])('answers politeness in %s with politeness, whatever was found for it', async (language, text, words) => {
  expect(await ask({ language, text })).toMatchObject({ text: words, cited: [], suggestions: [] });
});

describe('abstains', () => {
  test.each([
    ['without passages', []],
    ['below the threshold', [passage({ confidence: 0.49 })]],
    ['where only internal passages are found', [passage({ access: 'internal' })]],
  ])('%s', async (_, passages) => {
    const answer = await ask({ passages });
    expect(answer.text).toContain('I found nothing in the sources that answers this');
    expect(answer.text).not.toContain('14 days');
    expect(answer.cited).toEqual([]);
  });

  test('and offers the nearest headings, none of them internal', async () => {
    const passages = ['Refunds', 'Gift cards', 'Refunds', 'Secret plans', '', 'Delivery', 'Opening hours'].map(
      (heading, index) =>
        passage({
          number: index + 1,
          confidence: 0.2,
          headings: heading === '' ? [] : ['Terms', heading],
          access: heading === 'Secret plans' ? 'internal' : 'mentioned',
        }),
    );
    const answer = await ask({ passages });
    expect(answer.suggestions).toEqual(['Refunds', 'Gift cards', 'Delivery']);
    expect(answer.text).toContain('Perhaps one of these topics helps.');
  });
});

test('a topic that was offered and is taken up is quoted, whatever else was found for its words', async () => {
  const routes = passage({
    number: 2,
    headings: ['Routes'],
    text: 'Routes tell where a request goes.',
    confidence: 0.2,
  });
  const prefixes = passage({ headings: ['Routes', 'Prefixes'], text: 'Routes may have a prefix.', confidence: 0.9 });
  expect((await ask({ text: 'Routes', passages: [prefixes, routes] })).cited[0]).toEqual(routes);
  expect((await ask({ text: 'routes?', passages: [routes] })).cited).toEqual([routes]);
  expect((await ask({ text: 'all routes', passages: [routes] })).cited).toEqual([]);
  expect((await ask({ text: '?', passages: [{ ...routes, headings: [] }] })).cited).toEqual([]);
});

test('topics besides an answer are near it', async () => {
  const found = ['Refunds', 'Gift cards', 'Jobs'].map((heading, at) =>
    passage({ number: at + 1, headings: [heading], score: 10 / 2 ** at, confidence: at === 0 ? 0.9 : 0.1 }),
  );
  expect((await ask({ passages: found })).suggestions).toEqual(['Gift cards']);
});

describe('several passages', () => {
  test('a second one is quoted where it speaks of what the first leaves open', async () => {
    const delivery = passage({
      number: 2,
      headings: ['Delivery'],
      text: 'Delivery to Norway takes a week.',
      confidence: 0.8,
    });
    const answer = await ask({ text: 'refund time and delivery to Norway', passages: [passage({}), delivery] });
    expect(answer.text).toContain('> Delivery to Norway takes a week. [2]');
    expect(answer.cited.map(({ number }) => number)).toEqual([1, 2]);
  });

  test.each([
    ['repeats the first', passage({ number: 2, text: 'A refund takes time.', confidence: 0.9 })],
    ['is much weaker', passage({ number: 2, text: 'How long is a piece of string?', confidence: 0.55 })],
    ['is internal', passage({ number: 2, text: 'Long ago.', access: 'internal' })],
  ])('one that %s is not', async (_, second) => {
    expect((await ask({ passages: [passage({}), second] })).cited).toEqual([passage({})]);
  });

  test('at most three are', async () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
    const passages = words.map((word, index) => passage({ number: index + 1, text: `About ${word}.` }));
    expect((await ask({ text: words.join(' '), passages })).cited).toHaveLength(3);
  });
});

describe('Markdown', () => {
  const quoted = async (text: string, asked: string) =>
    (await ask({ text: asked, passages: [passage({ text })] })).text.split('\n\n').slice(1).join('\n\n');

  test.each([
    [
      'a list item',
      '- Bread is two euros and comes from the bakery next door, every morning but Sunday.\n- Milk is one euro.',
      'bread?',
      '> - Bread is two euros and comes from the bakery next door, every morning but Sunday. [1]',
    ],
    [
      'a table row under its header',
      '| Plan | Price |\n|---|---|\n| Basic | 5 |\n| Team | 20, with everything that the basic plan has, and rooms for up to a hundred people |',
      'team plan?',
      '> | Plan | Price |\n> |---|---|\n> | Team | 20, with everything that the basic plan has, and rooms for up to a hundred people |\n>\n> [1]',
    ],
    [
      'a code block whole',
      '```sh\nparley start --port 3000 # starts the server on the port that is given here, or on 3000\n```',
      'start parley',
      '> ```sh\n> parley start --port 3000 # starts the server on the port that is given here, or on 3000\n> ```\n>\n> [1]',
    ],
    [
      'a source’s own footnote marks escaped',
      'Cats sleep 16 hours a day [1], as [a study](https://example.org/) and [12](#note) have found out.',
      'cats',
      '> Cats sleep 16 hours a day \\[1\\], as [a study](https://example.org/) and [12](#note) have found out. [1]',
    ],
  ])('quotes %s', async (_, text, asked, expected) => {
    expect(await quoted(text, asked)).toBe(expected);
  });

  const kit = ['- a towel', '- clean shoes', '- a lock', '- your card', '- something to drink'];
  const quotedLines = (lines: readonly string[]) => lines.map((line) => `> ${line}`.trimEnd()).join('\n');

  test('quotes a list whole that is asked for as a whole, with what leads into it', async () => {
    expect(await quoted(kit.join('\n'), 'what do I have to take along?')).toBe(`${quotedLines(kit)} [1]`);
    const led = ['Please bring:', '', ...kit];
    expect(await quoted(led.join('\n'), 'what should I bring?')).toBe(`${quotedLines(led)} [1]`);
  });

  test('quotes of a long list what a quote may hold', async () => {
    const long = Array.from({ length: 40 }, (_, at) => `- item number ${at + 1} of the long list`);
    const lines = (await quoted(`Bring:\n\n${long.join('\n')}`, 'bring?')).split('\n');
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.length).toBeLessThan(25);
  });

  test('quotes how a passage begins where it has none of the words', async () => {
    expect(await quoted(refunds, 'reimbursement')).toBe(
      '> We ship within two days. A refund takes 14 days from the day the parcel is back. Write to us if it takes longer. [1]',
    );
  });
});

describe('actions and email', () => {
  const demo = { id: 'act_1', label: 'Book a demo', description: 'Half an hour', condition: '' };

  test.each([
    ['I want to book a demo', [demo], ['act_1']],
    ['Can I have demos booked?', [demo], ['act_1']],
    ['Which books do you sell?', [demo], []],
    ['book a demo', [{ ...demo, condition: 'the visitor is a customer' }], []],
    ['anything', [{ ...demo, label: 'The' }], []],
  ])('%j', async (text, actions, shown) => {
    expect((await ask({ text, actions, passages: [] })).actionIds).toEqual(shown);
  });

  test('an action that is asked for stands in for an abstention', async () => {
    const { text } = await ask({ text: 'book a demo', actions: [demo], passages: [] });
    expect(text).toBe('Here is what you asked for.');
  });

  test.each([
    'Please email me the details',
    'Schreiben Sie mir bitte',
    'Pouvez-vous m’envoyer un e-mail ?',
    'Escríbame, por favor',
    'Contacte-me, por favor',
    'تواصلوا معي',
  ])('asks for the address when the visitor says %j', async (text) => {
    expect((await ask({ text, passages: [] })).asksEmail).toBe(true);
    expect((await ask({ text, passages: [], mayAskEmail: false })).asksEmail).toBe(false);
  });

  test.each(['What is your email policy?', 'Who may contact mediators?', 'Wer schreibt die Berichte?'])(
    'does not when the visitor says %j',
    async (text) => {
      expect((await ask({ text, passages: [] })).asksEmail).toBe(false);
    },
  );
});

test('a stopped answer says nothing', async () => {
  const answer = await ask({}, AbortSignal.abort());
  expect(answer).toMatchObject({ heard: '', text: '', cited: [] });
});

test('sorts a text by words and examples', async () => {
  const intents = [{ id: 'refund', label: 'Refund', examples: ['money back'] }];
  const sort = (text: string) => brain.sort({ text, language: 'en', intents }, new AbortController().signal);
  expect(await sort('I want my money back')).toBe('refund');
  expect(await sort('hello')).toBe(null);
});

test('a sentence that goes over several lines is quoted whole', async () => {
  const text = 'A booking can be cancelled free of charge until the evening before;\nafter that we charge\nhalf a day.';
  const { heard } = await ask({ text: 'Can I cancel a booking?', passages: [passage({ text })] });
  expect(heard).toContain('until the evening before; after that we charge half a day. [1]');
});
