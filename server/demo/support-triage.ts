import type { FlowGraph } from '../../core/flow/graph.ts';
import { chain, exits, place } from './draw-flow.ts';

/** Sorts a customer's question, answers the common ones, and hands the urgent ones to a person with all they need. */
export const supportTriage: FlowGraph = {
  language: 'en',
  nodes: [
    place('start', 'start', [0, 3]),
    place('welcome', 'message', [1, 3], {
      text: 'Hi {{contact.name | there}}, thanks for getting in touch. Answer a few short questions and you will have a solution, or the right person, in about two minutes.',
    }),
    place('topic', 'ask', [2, 3], {
      prompt: 'What is your question about?',
      input: {
        kind: 'choice',
        options: [
          { id: 'order', label: 'An order or delivery' },
          { id: 'billing', label: 'An invoice or payment' },
          { id: 'account', label: 'Signing in or my account' },
          { id: 'other', label: 'Something else' },
        ],
      },
      variable: 'topic',
      retryMessage: 'Please pick one of the four topics, or type its name.',
    }),

    place('orderNumber', 'ask', [3, 0], {
      prompt: 'What is your order number? You find it at the top of your confirmation email.',
      input: { kind: 'text', pattern: '[A-Za-z]{2}[0-9]{6}' },
      variable: 'orderNumber',
      retryMessage:
        'An order number has two letters and six digits, for example **AB123456**. Could you check it once more?',
      maxRetries: 2,
    }),
    place('orderNumberMissing', 'message', [4, -1], {
      text: 'No problem, we will find your order by your email address instead.',
    }),
    place('orderIssue', 'ask', [4, 0], {
      prompt: 'Thanks. What is going on with order {{var.orderNumber}}?',
      input: {
        kind: 'choice',
        options: [
          { id: 'late', label: 'It has not arrived' },
          { id: 'damaged', label: 'Something is damaged or missing' },
          { id: 'return', label: 'I want to send it back' },
        ],
      },
      variable: 'orderIssue',
    }),
    place('lateAdvice', 'message', [5, -0.5], {
      text: 'Most parcels arrive within **three working days** of the shipping email; the tracking link in it is updated every few hours. If it has been longer than five working days, we will send a replacement at no cost.',
    }),
    place('returnAdvice', 'message', [5, 0.5], {
      text: 'You have **30 days** to return anything. Print the label from your confirmation email, put it on the parcel, and drop it off at any parcel shop. The refund arrives about five days after we receive it.',
    }),

    place('billingIssue', 'ask', [3, 2], {
      prompt: 'Happy to help. What do you need?',
      input: {
        kind: 'choice',
        options: [
          { id: 'invoice', label: 'A copy of an invoice' },
          { id: 'charge', label: 'I do not recognise a charge' },
          { id: 'refund', label: 'I am waiting for a refund' },
        ],
      },
      variable: 'billingIssue',
    }),
    place('invoiceAdvice', 'message', [4, 2], {
      text: 'All invoices are in your account under **Settings → Billing → Invoices**, ready to download as PDF. You can also have each new one sent to your accountant there.',
    }),

    place('accountAdvice', 'message', [4, 3], {
      text: 'This solves nine out of ten sign-in problems:\n\n1. Ask for a new password with **Forgot password** on the sign-in page.\n2. Open the link within one hour, in the same browser.\n3. Look into your spam folder if no email arrives within five minutes.',
    }),

    place('solved', 'ask', [6, 1.5], {
      prompt: 'Does that answer your question?',
      input: {
        kind: 'choice',
        options: [
          { id: 'yes', label: 'Yes, thank you' },
          { id: 'no', label: 'No, I need more help' },
        ],
      },
      variable: 'solved',
    }),
    place('answered', 'set', [7, 0], { variable: 'resolution', value: 'answered' }),
    place('rating', 'ask', [8, 0], {
      prompt: 'Glad to hear it! How easy was it to get your answer, from 1 (hard) to 5 (very easy)?',
      input: { kind: 'rating', min: 1, max: 5 },
      variable: 'rating',
      maxRetries: 1,
    }),
    place('ratingCheck', 'condition', [9, 0], {
      branches: [{ id: 'low', groups: [{ filters: [{ attribute: 'var.rating', operator: 'less_than', value: 4 }] }] }],
    }),
    place('improvement', 'ask', [10, -0.5], {
      prompt: 'Thank you for being frank. What should we do better next time?',
      input: { kind: 'text', max: 2000 },
      variable: 'improvement',
    }),
    place('goodbye', 'end', [11, 0], { outcome: 'achieved', message: 'Thanks for your time, and have a good day!' }),

    place('urgency', 'ask', [7, 3], {
      prompt: 'Let us get a person onto it. How urgent is it?',
      input: {
        kind: 'choice',
        options: [
          { id: 'blocked', label: 'I cannot work at all' },
          { id: 'today', label: 'It should be solved today' },
          { id: 'later', label: 'This week is fine' },
        ],
      },
      variable: 'urgency',
    }),
    place('details', 'ask', [8, 3], {
      prompt:
        'Please describe what happened and what you have tried so far. The more we know, the fewer questions come back.',
      input: { kind: 'text', min: 10, max: 4000 },
      variable: 'details',
      retryMessage: 'A sentence or two would help: what did you expect, and what happened instead?',
    }),
    place('priority', 'condition', [9, 3], {
      branches: [
        {
          id: 'urgent',
          groups: [
            { name: 'Cannot work', filters: [{ attribute: 'var.urgency', operator: 'equals', value: 'blocked' }] },
            {
              name: 'Enterprise customers, same day',
              filters: [
                { attribute: 'contact.plan', operator: 'equals', value: 'enterprise' },
                { attribute: 'var.urgency', operator: 'equals', value: 'today' },
              ],
            },
          ],
        },
      ],
    }),
    place('escalated', 'set', [10, 2], { variable: 'resolution', value: 'escalated' }),
    place('handoff', 'handoff', [11, 2], {
      message:
        'I am passing you to a colleague right now. They have read everything you wrote here, so you will not have to repeat it.',
      note: 'Urgent: {{var.urgency}}\nTopic: {{var.topic}}\nOrder: {{var.orderNumber | none given}}\nPlan: {{contact.plan | unknown}}\n\n{{var.details}}',
    }),

    place('emailKnown', 'condition', [10, 4], {
      branches: [
        { id: 'given', groups: [{ filters: [{ attribute: 'var.email', operator: 'is_not_empty' }] }] },
        { id: 'known', groups: [{ filters: [{ attribute: 'contact.email', operator: 'is_not_empty' }] }] },
      ],
    }),
    place('useKnownEmail', 'set', [11, 3.5], { variable: 'email', value: '{{contact.email}}' }),
    place('askEmail', 'collectEmail', [11, 4.5], { prompt: 'Where can we send our answer?' }),
    place('summary', 'ask', [12, 4], {
      prompt:
        'Here is what I will pass on:\n\n- **Topic:** {{var.topic}}\n- **Order:** {{var.orderNumber | none given}}\n- **Urgency:** {{var.urgency}}\n- **Answer to:** {{var.email}}\n\n{{var.details}}\n\nIs that right?',
      input: {
        kind: 'choice',
        options: [
          { id: 'send', label: 'Yes, send it' },
          { id: 'change', label: 'Change the description' },
        ],
      },
      variable: 'summaryAnswer',
    }),
    place('changeDetails', 'jump', [13, 5], { nodeId: 'details' }),
    place('ticketOpened', 'set', [13, 4], { variable: 'resolution', value: 'ticket' }),
    place('ticketSent', 'end', [14, 4], {
      outcome: 'achieved',
      message: 'Done, your request is with the team. You will hear from us at {{var.email}} within one working day.',
    }),
  ],
  edges: [
    ...chain('start', 'welcome', 'topic'),
    ...exits('topic', { order: 'orderNumber', billing: 'billingIssue', account: 'accountAdvice', other: 'urgency' }),
    ...chain('orderNumber', 'orderIssue'),
    ...exits('orderNumber', { failed: 'orderNumberMissing' }),
    ...chain('orderNumberMissing', 'urgency'),
    ...exits('orderIssue', { late: 'lateAdvice', damaged: 'urgency', return: 'returnAdvice' }),
    ...chain('lateAdvice', 'solved'),
    ...chain('returnAdvice', 'solved'),
    ...exits('billingIssue', { invoice: 'invoiceAdvice', charge: 'urgency', refund: 'urgency' }),
    ...chain('invoiceAdvice', 'solved'),
    ...chain('accountAdvice', 'solved'),
    ...exits('solved', { yes: 'answered', no: 'urgency' }),
    ...chain('answered', 'rating', 'ratingCheck'),
    ...exits('rating', { failed: 'goodbye' }),
    ...exits('ratingCheck', { low: 'improvement', else: 'goodbye' }),
    ...chain('improvement', 'goodbye'),
    ...chain('urgency', 'details', 'priority'),
    ...exits('priority', { urgent: 'escalated', else: 'emailKnown' }),
    ...chain('escalated', 'handoff'),
    ...exits('emailKnown', { given: 'summary', known: 'useKnownEmail', else: 'askEmail' }),
    ...chain('useKnownEmail', 'summary'),
    ...chain('askEmail', 'summary'),
    ...exits('summary', { send: 'ticketOpened', change: 'changeDetails' }),
    ...chain('ticketOpened', 'ticketSent'),
  ],
};
