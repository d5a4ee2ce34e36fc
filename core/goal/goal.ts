import * as z from 'zod/mini';
import { filterSchema } from '../rollout/audience.ts';
import type { outcomes } from '../session/session-event.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));

/** An exact criterion: needs no model. */
export const criterionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('emailCollected') }),
  /** Any action when `actionId` is absent. */
  z.strictObject({ kind: z.literal('actionTaken'), actionId: z.optional(id) }),
  z.strictObject({ kind: z.literal('nodeReached'), nodeId: id }),
  /** A rule on a variable as it stood at the end, such as `var.budget greater_than 1000`. */
  z.strictObject({ kind: z.literal('variable'), filter: filterSchema }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

/** What a successful session means: in words, and in exact criteria that must all hold. */
export interface Goal {
  readonly text: string;
  readonly criteria: readonly Criterion[];
}

/** A judgement from outside the core: a model's or a member's. */
export interface Verdict {
  readonly outcome: 'achieved' | 'notAchieved' | 'unclear';
  readonly reason: string;
  readonly by: 'model' | 'member';
}

/** How a session went, why, and who says so. */
export interface Outcome {
  readonly outcome: (typeof outcomes)[number];
  readonly reason: string;
  readonly by: 'criteria' | 'flow' | 'model' | 'member' | 'none';
}
