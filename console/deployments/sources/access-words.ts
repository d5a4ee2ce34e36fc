import type { SourceAccess } from '../../../core/twin/source-access.ts';

/** What a deployment lets a twin do with a source, in words. */
export const accessWords: Readonly<Record<SourceAccess, { readonly label: string; readonly description: string }>> = {
  mentioned: { label: 'Mentioned', description: 'Answers quote it, name it and cite it.' },
  internal: {
    label: 'Internal',
    description:
      'A model may know it to answer better, and never quotes or names it. The built-in brain leaves it alone.',
  },
  unavailable: { label: 'Unavailable', description: 'Never read for this deployment.' },
};
