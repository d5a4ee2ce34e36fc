import type { Page } from 'playwright-core';
import type { FlowGraph } from '../../core/flow/graph.ts';
import type { Input } from '../../core/flow/node-data.ts';
import { graphOf } from './flow-graphs.ts';
import { talk } from './talk.ts';

interface Question {
  readonly prompt: string;
  readonly input: Input;
  /** How a visitor answers on the page. */
  answer(page: Page): Promise<void>;
  /** What their bubble then says. */
  readonly shown: string;
  /** What the flow then knows. */
  readonly value: unknown;
}

const field = (label: string, text: string) => (page: Page) => talk(page).fill(label, text);
const sizes = ['Small', 'Medium', 'Large'].map((label) => ({ id: label.toLowerCase(), label }));

/** A question of every kind, by the name of its variable. */
export const questions: Readonly<Record<string, Question>> = {
  name: {
    prompt: 'What is your name?',
    input: { kind: 'text' },
    answer: (page) => talk(page).say('Ann'),
    shown: 'Ann',
    value: 'Ann',
  },
  mail: {
    prompt: 'Where do we write to?',
    input: { kind: 'email' },
    answer: field('Your email address', 'ann@example.com'),
    shown: 'ann@example.com',
    value: 'ann@example.com',
  },
  people: {
    prompt: 'How many are you?',
    input: { kind: 'number', min: 1, max: 100 },
    answer: field('A number', '12'),
    shown: '12',
    value: 12,
  },
  day: {
    prompt: 'Which day suits you?',
    input: { kind: 'date' },
    answer: field('A date', '2027-03-14'),
    shown: '2027-03-14',
    value: '2027-03-14',
  },
  site: {
    prompt: 'What is your website?',
    input: { kind: 'url' },
    answer: field('A web address', 'https://example.com/shop'),
    shown: 'https://example.com/shop',
    value: 'https://example.com/shop',
  },
  call: {
    prompt: 'Which number do we call?',
    input: { kind: 'phone' },
    answer: field('Your phone number', '+49 30 1234567'),
    shown: '+49 30 1234567',
    value: '+49301234567',
  },
  stars: {
    prompt: 'How do you like us?',
    input: { kind: 'rating' },
    async answer(page) {
      await page.getByRole('radio', { name: '4 of 5' }).check();
      await page.getByRole('group', { name: 'Your rating' }).press('Enter');
    },
    shown: '4',
    value: 4,
  },
  size: {
    prompt: 'Which size?',
    input: { kind: 'choice', options: sizes },
    answer: (page) => page.getByRole('list', { name: 'Suggested answers' }).getByText('Medium').click(),
    shown: 'Medium',
    value: 'medium',
  },
  extras: {
    prompt: 'Which sizes else?',
    input: { kind: 'choices', options: sizes },
    async answer(page) {
      await page.getByRole('checkbox', { name: 'Large' }).check();
      await page.getByRole('checkbox', { name: 'Small' }).check();
      await talk(page).press('Confirm');
    },
    shown: 'Small, Large',
    value: ['small', 'large'],
  },
  agreed: {
    prompt: 'May we keep this?',
    input: { kind: 'consent' },
    answer: (page) => talk(page).press('Yes'),
    shown: 'Yes',
    value: true,
  },
};

/** Every question, then an email to leave, a card with a link, and one more thing to say. */
export function everyInputGraph(actionUrl: string): FlowGraph {
  const asks = Object.entries(questions).map(
    ([variable, { prompt, input }]) => [variable, 'ask', { prompt, input, variable }] as const,
  );
  const nodes = [
    ['start', 'start', {}] as const,
    ...asks,
    ['left', 'collectEmail', { prompt: 'Where do we send the offer?' }] as const,
    ['offer', 'callToAction', { label: 'See the offer', url: actionUrl, description: 'Made for you.' }] as const,
    ['last', 'ask', { prompt: 'Anything else?', input: { kind: 'text' }, variable: 'last' }] as const,
  ];
  const edges = nodes.slice(1).map(([id], index) => [nodes[index]?.[0] ?? '', id] as [string, string]);
  return graphOf(
    nodes.map(([id, type, data]) => [id, type, data]),
    edges,
  );
}
