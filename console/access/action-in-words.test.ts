import { expect, it } from 'vitest';
import { actionInWords } from './action-in-words.ts';

it.each([
  ['apiKey.created', 'API key created'],
  ['deployment.changed', 'Deployment changed'],
  ['member.roleChanged', 'Member role changed'],
])('%s is %s', (action, words) => expect(actionInWords(action)).toBe(words));
