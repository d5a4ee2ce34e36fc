import type { FlowGraph } from '../../core/flow/graph.ts';
import { appointmentRequestGerman } from './appointment-request-german.ts';
import { chain, exits, place } from './draw-flow.ts';

/** Takes the request for an appointment at a practice, lets the visitor correct it, and asks how it went. */
export const appointmentRequest: FlowGraph = {
  language: 'en',
  translations: { de: appointmentRequestGerman },
  nodes: [
    place('start', 'start', [0, 1]),
    place('welcome', 'message', [1, 1], {
      text: 'Welcome to Riverside Physiotherapy, {{contact.name | nice to meet you}}! I take appointment requests around the clock; the front desk confirms them by phone on the next working day.',
    }),
    place('service', 'ask', [2, 1], {
      prompt: 'What would you like to come in for?',
      input: {
        kind: 'choice',
        options: [
          { id: 'first', label: 'First visit' },
          { id: 'followUp', label: 'Follow-up treatment' },
          { id: 'massage', label: 'Sports massage' },
          { id: 'advice', label: 'I am not sure' },
        ],
      },
      variable: 'service',
      retryMessage: 'Please choose one of the four, or write its name.',
    }),
    place('firstVisitInfo', 'message', [3, 0], {
      text: 'For a first visit please plan **45 minutes** and bring your referral, comfortable clothes, and any scans or reports you have.',
    }),
    place('complaint', 'ask', [3, 2], {
      prompt: 'That is what we are here for. In a sentence: what bothers you, and since when?',
      input: { kind: 'text', min: 5, max: 1000 },
      variable: 'complaint',
      retryMessage: 'A few words are enough, for example "lower back, for two weeks".',
    }),
    place('painLevel', 'ask', [4, 2], {
      prompt: 'How strong is the pain right now, from 0 (none) to 10 (the worst you can imagine)?',
      input: { kind: 'rating', min: 0, max: 10 },
      variable: 'painLevel',
    }),
    place('painCheck', 'condition', [5, 2], {
      branches: [
        {
          id: 'severe',
          groups: [{ filters: [{ attribute: 'var.painLevel', operator: 'greater_than', value: 8 }] }],
        },
      ],
    }),
    place('severeHandoff', 'handoff', [6, 3], {
      message:
        'With pain that strong you should not wait for a free slot. I am getting a colleague from the front desk. If you feel numb or weak, or cannot reach anyone, please call the emergency number.',
      note: 'Severe pain ({{var.painLevel}} of 10): {{var.complaint}}',
    }),

    place('date', 'ask', [6, 1], {
      prompt: 'Which day would suit you?',
      input: { kind: 'date' },
      variable: 'date',
      retryMessage: 'Please give a date with day, month and year, for example 2027-03-15.',
    }),
    place('timeOfDay', 'ask', [7, 1], {
      prompt: 'And which times on that day? You may choose several.',
      input: {
        kind: 'choices',
        options: [
          { id: 'morning', label: '8 to 11' },
          { id: 'midday', label: '11 to 14' },
          { id: 'afternoon', label: '14 to 17' },
          { id: 'evening', label: '17 to 20' },
        ],
        min: 1,
      },
      variable: 'timeOfDay',
      retryMessage: 'Please choose at least one of the times.',
    }),
    place('nameCheck', 'condition', [8, 1], {
      branches: [
        { id: 'given', groups: [{ filters: [{ attribute: 'var.name', operator: 'is_not_empty' }] }] },
        { id: 'known', groups: [{ filters: [{ attribute: 'contact.name', operator: 'is_not_empty' }] }] },
      ],
    }),
    place('useKnownName', 'set', [9, 0.5], { variable: 'name', value: '{{contact.name}}' }),
    place('name', 'ask', [9, 1.5], {
      prompt: 'Under which name may we book it?',
      input: { kind: 'text', min: 2, max: 100 },
      variable: 'name',
    }),
    place('phone', 'ask', [10, 1], {
      prompt: 'On which number can the front desk reach you?',
      input: { kind: 'phone' },
      variable: 'phone',
      retryMessage:
        'That does not look like a phone number yet. Please write it with the area code, for example +44 20 7946 0000.',
      maxRetries: 3,
    }),
    place('phoneMissing', 'handoff', [11, 3], {
      message: 'No problem, a colleague will take it from here.',
      note: 'No valid phone number. Wanted: {{var.service}} on {{var.date}}, {{var.timeOfDay}}, for {{var.name}}.',
    }),

    place('confirm', 'ask', [11, 1], {
      prompt:
        'Let me read that back, {{var.name}}:\n\n- **Appointment:** {{var.service}}\n- **Day:** {{var.date}}\n- **Time:** {{var.timeOfDay}}\n- **Phone:** {{var.phone}}\n\nShall I send the request?',
      input: {
        kind: 'choice',
        options: [
          { id: 'send', label: 'Yes, send it' },
          { id: 'service', label: 'Change the appointment' },
          { id: 'date', label: 'Change the day or time' },
          { id: 'phone', label: 'Change the phone number' },
        ],
      },
      variable: 'confirmation',
      retryMessage: 'Please say whether to send it, or what to change.',
    }),
    place('changeService', 'jump', [12, -1], { nodeId: 'service' }),
    place('changeDate', 'jump', [12, 0], { nodeId: 'date' }),
    place('changePhone', 'jump', [12, 2], { nodeId: 'phone' }),

    place('consent', 'ask', [12, 1], {
      prompt:
        'One last thing: may we store these details to arrange your appointment? We delete them after six months, or earlier if you ask.',
      input: { kind: 'consent' },
      variable: 'consent',
      maxRetries: 2,
    }),
    place('consentCheck', 'condition', [13, 1], {
      branches: [
        { id: 'given', groups: [{ filters: [{ attribute: 'var.consent', operator: 'equals', value: true }] }] },
      ],
    }),
    place('notStored', 'end', [14, 2], {
      outcome: 'notAchieved',
      message: 'Understood, nothing was requested. You are welcome to call us instead, Monday to Friday from 8 to 18.',
    }),
    place('requested', 'message', [14, 1], {
      text: 'Thank you, {{var.name}}. Your request for **{{var.service}}** on **{{var.date}}** is with the front desk; we will call you at {{var.phone}} to confirm it.',
    }),
    place('rating', 'ask', [15, 1], {
      prompt: 'How was it to request an appointment this way, from 1 to 5?',
      input: { kind: 'rating', min: 1, max: 5 },
      variable: 'rating',
      maxRetries: 1,
    }),
    place('ratingCheck', 'condition', [16, 1], {
      branches: [{ id: 'low', groups: [{ filters: [{ attribute: 'var.rating', operator: 'less_than', value: 4 }] }] }],
    }),
    place('feedback', 'ask', [17, 0.5], {
      prompt: 'Thank you for being open. What would have made it easier?',
      input: { kind: 'text', max: 2000 },
      variable: 'feedback',
    }),
    place('goodbye', 'end', [18, 1], { outcome: 'achieved', message: 'Thank you, and see you soon!' }),
  ],
  edges: [
    ...chain('start', 'welcome', 'service'),
    ...exits('service', { first: 'firstVisitInfo', followUp: 'date', massage: 'date', advice: 'complaint' }),
    ...chain('firstVisitInfo', 'date'),
    ...chain('complaint', 'painLevel', 'painCheck'),
    ...exits('painCheck', { severe: 'severeHandoff', else: 'date' }),
    ...chain('date', 'timeOfDay', 'nameCheck'),
    ...exits('nameCheck', { given: 'confirm', known: 'useKnownName', else: 'name' }),
    ...chain('useKnownName', 'phone'),
    ...chain('name', 'phone', 'confirm'),
    ...exits('phone', { failed: 'phoneMissing' }),
    ...exits('confirm', { send: 'consent', service: 'changeService', date: 'changeDate', phone: 'changePhone' }),
    ...chain('consent', 'consentCheck'),
    ...exits('consent', { failed: 'notStored' }),
    ...exits('consentCheck', { given: 'requested', else: 'notStored' }),
    ...chain('requested', 'rating', 'ratingCheck'),
    ...exits('rating', { failed: 'goodbye' }),
    ...exits('ratingCheck', { low: 'feedback', else: 'goodbye' }),
    ...chain('feedback', 'goodbye'),
  ],
};
