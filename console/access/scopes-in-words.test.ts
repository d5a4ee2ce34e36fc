import { expect, it } from 'vitest';
import { type Scope, scopes, scopesOfRole } from '../../contract/scopes.ts';
import { scopesInWords } from './scopes-in-words.ts';

it.each<[readonly Scope[], string]>([
  [scopes, 'everything'],
  [scopesOfRole.viewer, 'read everything'],
  [['flows:read'], 'read flows'],
  [['flows:read', 'flows:write'], 'change flows'],
  [['flows:write', 'sessions:read', 'people:read'], 'change flows; read sessions, people'],
])('%j allows: %s', (granted, words) => expect(scopesInWords(granted)).toBe(words));
