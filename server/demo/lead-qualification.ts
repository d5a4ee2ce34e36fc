import type { FlowGraph } from '../../core/flow/graph.ts';
import { chain, exits, place } from './draw-flow.ts';

/** Finds out who is asking, and leads each to the next step that fits: a demo, a trial, or something to read. */
export const leadQualification: FlowGraph = {
  language: 'en',
  nodes: [
    place('start', 'start', [0, 2]),
    place('welcome', 'message', [1, 2], {
      text: 'Hello {{contact.name | there}}! Tell me a little about your team and I will show you what fits, without a sales pitch.',
    }),
    place('interest', 'ask', [2, 2], {
      prompt: 'What brings you here today?',
      input: {
        kind: 'choice',
        options: [
          { id: 'replace', label: 'We want to replace a tool' },
          { id: 'start', label: 'We are starting from scratch' },
          { id: 'browse', label: 'I am just looking around' },
        ],
      },
      variable: 'interest',
      retryMessage: 'Please choose the one that comes closest.',
    }),
    place('currentTool', 'ask', [3, 1], {
      prompt: 'Which tool do you use now, and what bothers you most about it?',
      input: { kind: 'text', min: 3, max: 1000 },
      variable: 'currentTool',
      retryMessage: 'The name of the tool is enough.',
      maxRetries: 1,
    }),

    place('browseMessage', 'message', [3, 4], {
      text: 'Of course. This guide shows how three teams answer twice as many questions with the same people. It takes five minutes.',
    }),
    place('guide', 'callToAction', [4, 4], {
      label: 'Read the guide',
      url: 'https://example.com/guide?source={{page.utm_source | chat}}',
      description: 'Five minutes, no sign-up.',
    }),
    place('browseEnd', 'end', [5, 4], {
      outcome: 'notAchieved',
      message: 'Enjoy the read. I am here whenever you have a question.',
    }),

    place('sizeKnown', 'condition', [4, 2], {
      branches: [{ id: 'known', groups: [{ filters: [{ attribute: 'company.size', operator: 'is_not_empty' }] }] }],
    }),
    place('useKnownSize', 'set', [5, 1.5], { variable: 'companySize', value: '{{company.size}}' }),
    place('companySize', 'ask', [5, 2.5], {
      prompt: 'How many people work at {{company.name | your company}}?',
      input: { kind: 'number', min: 1, max: 1000000 },
      variable: 'companySize',
      retryMessage: 'A rough number is fine, for example 40.',
      maxRetries: 3,
    }),
    place('sizeCheck', 'condition', [6, 2], {
      branches: [
        {
          id: 'large',
          groups: [{ filters: [{ attribute: 'var.companySize', operator: 'greater_than', value: 200 }] }],
        },
        {
          id: 'medium',
          groups: [{ filters: [{ attribute: 'var.companySize', operator: 'greater_than', value: 20 }] }],
        },
      ],
    }),

    place('requirements', 'ask', [7, 0], {
      prompt: 'With a team of {{var.companySize}}, a few things usually matter early. Which of these do you need?',
      input: {
        kind: 'choices',
        options: [
          { id: 'sso', label: 'Single sign-on' },
          { id: 'selfHosting', label: 'Self-hosting' },
          { id: 'dataAgreement', label: 'A data processing agreement' },
          { id: 'support', label: 'Guaranteed response times' },
        ],
        min: 1,
      },
      variable: 'requirements',
      retryMessage: 'Please pick at least one, even if you are not sure yet.',
    }),
    place('budget', 'ask', [8, 1], {
      prompt: 'What would you be ready to spend per year if it solved the problem?',
      input: {
        kind: 'choice',
        options: [
          { id: 'low', label: 'Up to 5,000' },
          { id: 'middle', label: '5,000 to 25,000' },
          { id: 'high', label: 'More than 25,000' },
          { id: 'unknown', label: 'I do not know yet' },
        ],
      },
      variable: 'budget',
    }),
    place('timeline', 'ask', [9, 1], {
      prompt: 'And when would you like to be up and running?',
      input: {
        kind: 'choice',
        options: [
          { id: 'month', label: 'Within a month' },
          { id: 'quarter', label: 'This quarter' },
          { id: 'later', label: 'Later' },
        ],
      },
      variable: 'timeline',
    }),
    place('fit', 'condition', [10, 1], {
      branches: [
        {
          id: 'ready',
          groups: [
            { name: 'High budget', filters: [{ attribute: 'var.budget', operator: 'equals', value: 'high' }] },
            {
              name: 'Middle budget, soon',
              filters: [
                { attribute: 'var.budget', operator: 'equals', value: 'middle' },
                { attribute: 'var.timeline', operator: 'not_equals', value: 'later' },
              ],
            },
          ],
        },
      ],
    }),

    place('pitch', 'split', [11, 0], {
      branches: [
        { id: 'figures', weight: 50 },
        { id: 'story', weight: 50 },
      ],
    }),
    place('pitchFigures', 'message', [12, -0.5], {
      text: 'Teams of your size answer **62 % of questions** without a person after six weeks, and win back about nine hours a week.',
    }),
    place('pitchStory', 'message', [12, 0.5], {
      text: 'A logistics company of about your size started with one conversation on its tracking page. Three months later its support team had Fridays free for the difficult cases.',
    }),
    place('name', 'ask', [13, 0], {
      prompt: 'I would like to set up a demo for you. What is your name?',
      input: { kind: 'text', min: 2, max: 100 },
      variable: 'name',
    }),
    place('demoEmail', 'collectEmail', [14, 0], {
      prompt: 'Thanks, {{var.name}}. At which address may we reach you about the demo?',
    }),
    place('bookDemo', 'callToAction', [15, 0], {
      label: 'Choose a time',
      url: 'https://example.com/demo?size={{var.companySize}}&timeline={{var.timeline}}',
      description: '30 minutes with someone who knows the product, prepared with your answers.',
    }),
    place('qualified', 'end', [16, 0], {
      outcome: 'achieved',
      message: 'Wonderful. If no time suits you, we will write to {{var.email}} with others.',
    }),

    place('trialMessage', 'message', [11, 3], {
      text: 'The best next step for you is to try it yourself: everything is included for 30 days, and you can be live this afternoon.',
    }),
    place('trial', 'callToAction', [12, 3], {
      label: 'Start the free trial',
      url: 'https://example.com/trial?source={{page.utm_source | chat}}',
      description: '30 days, no card needed.',
    }),
    place('stayInTouch', 'ask', [13, 3], {
      prompt: 'Shall I send you the getting-started checklist as well?',
      input: {
        kind: 'choice',
        options: [
          { id: 'yes', label: 'Yes, please' },
          { id: 'no', label: 'No, thanks' },
        ],
      },
      variable: 'stayInTouch',
    }),
    place('checklistEmail', 'collectEmail', [14, 2.5], { prompt: 'Where may I send it?' }),
    place('nurtured', 'end', [15, 2.5], {
      outcome: 'achieved',
      message: 'It is on its way to {{var.email}}. Good luck with the start!',
    }),
    place('trialEnd', 'end', [15, 3.5], { message: 'All right. Have fun trying it out!' }),
  ],
  edges: [
    ...chain('start', 'welcome', 'interest'),
    ...exits('interest', { replace: 'currentTool', start: 'sizeKnown', browse: 'browseMessage' }),
    ...chain('browseMessage', 'guide', 'browseEnd'),
    ...chain('currentTool', 'sizeKnown'),
    ...exits('currentTool', { failed: 'sizeKnown' }),
    ...exits('sizeKnown', { known: 'useKnownSize', else: 'companySize' }),
    ...chain('useKnownSize', 'sizeCheck'),
    ...chain('companySize', 'sizeCheck'),
    ...exits('companySize', { failed: 'trialMessage' }),
    ...exits('sizeCheck', { large: 'requirements', medium: 'budget', else: 'trialMessage' }),
    ...chain('requirements', 'budget', 'timeline', 'fit'),
    ...exits('fit', { ready: 'pitch', else: 'trialMessage' }),
    ...exits('pitch', { figures: 'pitchFigures', story: 'pitchStory' }),
    ...chain('pitchFigures', 'name'),
    ...chain('pitchStory', 'name'),
    ...chain('name', 'demoEmail', 'bookDemo', 'qualified'),
    ...chain('trialMessage', 'trial', 'stayInTouch'),
    ...exits('stayInTouch', { yes: 'checklistEmail', no: 'trialEnd' }),
    ...chain('checklistEmail', 'nurtured'),
  ],
};
