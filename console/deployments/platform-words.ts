import type { PlatformKind } from './audience/attribute-words.ts';

/** Where sessions take place, in words. */
export const platformWords: Readonly<Record<PlatformKind, { readonly label: string; readonly description: string }>> = {
  web: {
    label: 'Web',
    description: 'A page of its own to link to, and a script that puts the conversation into any website.',
  },
  intercom: {
    label: 'Intercom',
    description: 'Conversations of an Intercom workspace, answered as one of its admins.',
  },
  api: {
    label: 'API',
    description: 'Your own app starts sessions through the API, and vouches for what it says of its visitors.',
  },
};
