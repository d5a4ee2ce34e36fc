import type { TwinField } from './merge-twins.ts';

export const twinFieldWords: Readonly<Record<TwinField, string>> = {
  name: 'Name',
  role: 'Role',
  bio: 'Biography',
  tone: 'Tone',
  greeting: 'Greeting',
  knowledgeRules: 'Knowledge rules',
  styleRules: 'Style rules',
};
