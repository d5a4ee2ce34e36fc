import { expect, test } from 'vitest';
import { advanceFlow } from '../../core/flow/advance-flow.ts';
import { compileFlow } from '../../core/flow/compile-flow.ts';
import type { FlowEvent, Position } from '../../core/flow/flow.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import type { AttributeMap } from '../../core/rollout/attributes.ts';
import type { NewEvent } from '../../core/session/session-event.ts';
import { appointmentRequest } from './appointment-request.ts';
import { leadQualification } from './lead-qualification.ts';
import { supportTriage } from './support-triage.ts';

interface Conversation {
  readonly name: string;
  readonly graph: FlowGraph;
  readonly language?: string;
  readonly attributes?: Record<string, AttributeMap>;
  readonly says: readonly string[];
  readonly ends: { readonly reason: string; readonly outcome?: string };
  readonly visits: readonly string[];
  /** A part of something the agent says. */
  readonly hears: string;
}

const conversations: Conversation[] = [
  {
    name: 'a late parcel is answered and rated',
    graph: supportTriage,
    says: ['An order or delivery', '12345', 'AB123456', 'It has not arrived', 'Yes, thank you', '5'],
    ends: { reason: 'flowFinished', outcome: 'achieved' },
    visits: ['lateAdvice', 'answered', 'goodbye'],
    hears: 'What is going on with order AB123456?',
  },
  {
    name: 'an order number that stays wrong leads to a request by email, corrected once',
    graph: supportTriage,
    says: [
      'order',
      ...['1', '2', '3'],
      'This week is fine',
      'My parcel never came',
      'anna@example.com',
      'Change the description',
      'My parcel came, but it was empty',
      'Yes, send it',
    ],
    ends: { reason: 'flowFinished', outcome: 'achieved' },
    visits: ['orderNumberMissing', 'changeDetails', 'ticketSent'],
    hears: '**Urgency:** This week is fine',
  },
  {
    name: 'an enterprise customer who needs it today reaches a person',
    graph: supportTriage,
    attributes: { contact: { plan: 'Enterprise' } },
    says: ['Something else', 'It should be solved today', 'The export fails for all of us'],
    ends: { reason: 'handedOff' },
    visits: ['escalated', 'handoff'],
    hears: 'passing you to a colleague',
  },
  {
    name: 'a known customer is not asked for an email address',
    graph: supportTriage,
    attributes: { contact: { email: 'anna@example.com' } },
    says: ['Something else', 'This week is fine', 'The export fails for all of us', 'send'],
    ends: { reason: 'flowFinished', outcome: 'achieved' },
    visits: ['useKnownEmail', 'ticketSent'],
    hears: '**Answer to:** anna@example.com',
  },
  {
    name: 'a large company with a budget books a demo',
    graph: leadQualification,
    says: [
      'We want to replace a tool',
      'A shared mailbox',
      '450',
      'Single sign-on, Self-hosting',
      'More than 25,000',
      'Later',
      'Anna',
      'anna@example.com',
    ],
    ends: { reason: 'flowFinished', outcome: 'achieved' },
    visits: ['requirements', 'pitch', 'bookDemo', 'qualified'],
    hears: 'With a team of 450',
  },
  {
    name: 'a company whose size is known is not asked for it',
    graph: leadQualification,
    attributes: { company: { size: 8 } },
    says: ['We are starting from scratch', 'No, thanks'],
    ends: { reason: 'flowFinished' },
    visits: ['useKnownSize', 'trial', 'trialEnd'],
    hears: 'try it yourself',
  },
  {
    name: 'somebody who looks around gets the guide',
    graph: leadQualification,
    says: ['I am just looking around'],
    ends: { reason: 'flowFinished', outcome: 'notAchieved' },
    visits: ['guide'],
    hears: 'Enjoy the read',
  },
  {
    name: 'an appointment is requested in German, with another day the second time',
    graph: appointmentRequest,
    language: 'de',
    says: [
      'Erster Termin',
      '15.3.2027',
      '8 bis 11 Uhr, 17 bis 20 Uhr',
      'Anna',
      '030 1234567',
      'Anderer Tag oder andere Zeit',
      '16.3.2027',
      '8 bis 11 Uhr',
      'Ja, abschicken',
      'Ja',
      '3',
      'Weniger Fragen',
    ],
    ends: { reason: 'flowFinished', outcome: 'achieved' },
    visits: ['firstVisitInfo', 'changeDate', 'requested', 'feedback'],
    hears: 'Ihre Anfrage für **Erster Termin** am **2027-03-16**',
  },
  {
    name: 'nothing is requested without consent',
    graph: appointmentRequest,
    attributes: { contact: { name: 'Anna' } },
    says: ['Sports massage', '2027-03-15', '1', '+44 20 7946 0000', 'Yes, send it', 'no'],
    ends: { reason: 'flowFinished', outcome: 'notAchieved' },
    visits: ['useKnownName', 'notStored'],
    hears: 'Let me read that back, Anna',
  },
  {
    name: 'severe pain reaches the front desk',
    graph: appointmentRequest,
    says: ['I am not sure', 'My lower back, since today', '10'],
    ends: { reason: 'handedOff' },
    visits: ['severeHandoff'],
    hears: 'should not wait',
  },
];

test.each(conversations)('$name', ({ graph, language = 'en', attributes = {}, says, ends, visits, hears }) => {
  const events = hold(graph, { sessionId: 'ses_1', language, attributes }, says);
  const entered = events.flatMap((event) => (event.type === 'nodeEntered' ? [event.nodeId] : []));
  const heard = events.flatMap((event) => (event.type === 'message' ? [event.text] : [])).join('\n');
  expect(events.at(-1)).toEqual({ type: 'sessionEnded', ...ends });
  expect(entered).toEqual(expect.arrayContaining([...visits]));
  expect(heard).toContain(hears);
});

/** The events of a conversation in which the visitor says these texts, one a turn. */
function hold(graph: FlowGraph, context: Parameters<typeof advanceFlow>[3], says: readonly string[]): NewEvent[] {
  const matchesPattern = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text);
  const flow = compileFlow({ graph, subflows: {} }, { matchesPattern });
  const { language, attributes } = context;
  const started: FlowEvent = { type: 'sessionStarted', mode: 'chat', language, timeoutMs: 60_000, attributes };
  const inputs: FlowEvent[] = [started, ...says.map((text): FlowEvent => ({ type: 'message', from: 'visitor', text }))];
  let position: Position | null = null;
  const events: NewEvent[] = [];
  for (const input of inputs) {
    const [next, , happened] = advanceFlow(flow, position, input, context);
    position = next;
    events.push(...happened);
  }
  return events;
}
