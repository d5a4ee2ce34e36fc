import type { DecisionReason } from '../../../core/rollout/rollout-decision.ts';

/** Why somebody is served or not, in a few words. */
export const reasonWords: Readonly<Record<DecisionReason, string>> = {
  SERVED: 'Served',
  OWNER_LINK: 'Served, by a link of the owner',
  INACTIVE: 'Not served: inactive',
  NO_VERSION: 'Not served: nothing published',
  NOT_IN_AUDIENCE: 'Not served: not in the audience',
  NOT_IN_ROLLOUT: 'Not served: not in the share',
};
