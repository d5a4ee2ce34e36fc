import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
import { criterionSchema } from '../core/goal/goal.ts';
import type { JsonValue } from '../core/json.ts';
import { audienceSchema } from '../core/rollout/audience.ts';
import { modeSchema } from '../core/session/session-event.ts';
import { instantSchema, nameSchema, numberSchema, webAddressSchema } from './common.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const words = z.string().check(z.maxLength(16_000));
const colour = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1a73e8'));
const timeout = (maximum: number) =>
  z
    .int()
    .check(z.minimum(minute, 'must be at least 60000 (1 minute)'), z.maximum(maximum, `must be at most ${maximum}`));
const unique = <Item>(key: (item: Item) => unknown) =>
  z.refine<Item[]>((items) => new Set(items.map(key)).size === items.length, 'must not repeat');

/** Largest body that carries settings. */
export const settingsLimitBytes = 512 * 1024;

export const percentageSchema = z.number().check(
  z.minimum(0),
  z.maximum(100),
  z.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'must be in steps of 0.01'),
);

export const versionPolicySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latest') }),
  z.strictObject({ kind: z.literal('pinned'), number: numberSchema }),
]);
export const subjectSchema = z.strictObject({
  kind: z.enum(['flow', 'twin']),
  id: z.string().check(z.minLength(1), z.maxLength(200)),
});
export const platformSchema = z.strictObject({ kind: z.enum(['web', 'intercom', 'api']) });

const rolloutShape = {
  percentage: percentageSchema,
  /** Dated steps, each applied as an ordinary revision. */
  schedule: z.optional(
    z.array(z.strictObject({ at: instantSchema, percentage: percentageSchema })).check(
      z.maxLength(100),
      unique((step: { at: string }) => Date.parse(step.at)),
    ),
  ),
  /** While true no scheduled step is applied. */
  paused: z.optional(z.boolean()),
};
export const behaviorShape = {
  goal: words,
  criteria: z.array(criterionSchema).check(z.maxLength(20)),
  instructions: words,
  languages: z.array(languageSchema).check(
    z.minLength(1),
    z.maxLength(50),
    unique((tag: string) => tag),
  ),
};
export const callToActionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be letters, digits, hyphens and underscores')),
  label: nameSchema,
  url: webAddressSchema,
  description: z.optional(z.string().check(z.maxLength(2000))),
  condition: z.optional(z.string().check(z.maxLength(2000))),
});
const capabilitiesShape = {
  collectEmail: z.boolean(),
  callsToAction: z.array(callToActionSchema).check(
    z.maxLength(20),
    unique((action: { id: string }) => action.id),
  ),
};
const appearanceShape = {
  title: z.optional(z.string().check(z.maxLength(200))),
  greeting: z.optional(z.string().check(z.maxLength(2000))),
  avatarUrl: z.optional(webAddressSchema),
  videoUrl: z.optional(webAddressSchema),
  accentColor: z.optional(colour),
  backgroundColor: z.optional(colour),
  launcherPosition: z.optional(z.enum(['bottom-right', 'bottom-left'])),
  theme: z.optional(z.enum(['light', 'dark', 'system'])),
  /** Sites that may embed the conversation, such as `https://example.com`; any site when empty. */
  allowedDomains: z.optional(
    z
      .array(
        z
          .string()
          .check(
            z.regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'must be an origin such as https://example.com'),
          ),
      )
      .check(z.maxLength(100)),
  ),
};
const timeoutsShape = { chatMs: timeout(day), callMs: timeout(day), visitMs: timeout(30 * day) };
const notificationsShape = {
  recap: z.optional(
    z.strictObject({
      to: z
        .array(z.string().check(z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an email address')))
        .check(z.minLength(1), z.maxLength(20)),
      sendWhen: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
};

/** What a twin may do with each source, by its id; a source that is not named is unavailable. */
export const sourceAccessMapSchema = z
  .record(z.string().check(z.minLength(1), z.maxLength(200)), z.enum(['mentioned', 'internal', 'unavailable']))
  .check(z.refine((sources) => Object.keys(sources).length <= 1000, 'at most 1000 sources'));

const fixed = { subject: subjectSchema, platform: platformSchema };
/** Settings that a PATCH replaces whole. */
const replaced = {
  name: nameSchema,
  status: z.enum(['active', 'inactive']),
  versionPolicy: versionPolicySchema,
  audience: audienceSchema,
  sources: sourceAccessMapSchema,
  modes: z.array(modeSchema).check(
    z.minLength(1),
    z.maxLength(3),
    unique((mode: string) => mode),
  ),
};
/** Settings that a PATCH merges, field by field. */
const merged = {
  rollout: rolloutShape,
  behavior: behaviorShape,
  appearance: appearanceShape,
  capabilities: capabilitiesShape,
  timeouts: timeoutsShape,
  notifications: notificationsShape,
} as const;

/** Every setting of a deployment, as one revision keeps it. */
export const deploymentSettingsSchema = z.strictObject({
  ...replaced,
  rollout: z.strictObject(merged.rollout),
  behavior: z.strictObject(merged.behavior),
  appearance: z.strictObject(merged.appearance),
  capabilities: z.strictObject(merged.capabilities),
  timeouts: z.strictObject(merged.timeouts),
  notifications: z.strictObject(merged.notifications),
});
export type DeploymentSettings = z.infer<typeof deploymentSettingsSchema>;

const partialOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.partial(z.strictObject(shape));
/** Fields of a group of optional settings; null takes one away. */
const clearable = <Shape extends Record<string, z.ZodMiniType>>(shape: Shape) =>
  z.strictObject(
    Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, z.optional(z.nullable(field))])) as {
      [Name in keyof Shape]: z.ZodMiniOptional<z.ZodMiniNullable<Shape[Name]>>;
    },
  );
const partialGroups = {
  rollout: z.optional(partialOf(merged.rollout)),
  behavior: z.optional(partialOf(merged.behavior)),
  appearance: z.optional(clearable(merged.appearance)),
  capabilities: z.optional(partialOf(merged.capabilities)),
  timeouts: z.optional(partialOf(merged.timeouts)),
  notifications: z.optional(clearable(merged.notifications)),
};
const optionalReplaced = z.partial(z.strictObject(replaced)).shape;

export const createDeploymentSchema = z.strictObject({
  ...optionalReplaced,
  ...partialGroups,
  ...fixed,
  name: nameSchema,
});
export type CreateDeployment = z.infer<typeof createDeploymentSchema>;
/** A partial document: merges the six groups, replaces the rest; `revision` makes it conditional. */
export const patchDeploymentSchema = z.strictObject({
  ...optionalReplaced,
  ...partialGroups,
  revision: z.optional(numberSchema),
});
export type PatchDeployment = z.infer<typeof patchDeploymentSchema>;

/** What a deployment starts with where nothing is said: inactive, latest, everyone, 100 %, chat; 30 min for chat, 5 min for calls, 24 h for a visit. */
export function defaultSettings(name: string): DeploymentSettings {
  return {
    name,
    status: 'inactive',
    versionPolicy: { kind: 'latest' },
    audience: { groups: [] },
    rollout: { percentage: 100 },
    behavior: { goal: '', criteria: [], instructions: '', languages: ['en'] },
    sources: {},
    modes: ['chat'],
    appearance: {},
    capabilities: { collectEmail: false, callsToAction: [] },
    timeouts: { chatMs: 30 * minute, callMs: 5 * minute, visitMs: day },
    notifications: {},
  };
}

/** The settings that a stored document holds. It was checked before it was stored, so it is not parsed again. */
export function storedSettings(document: Readonly<Record<string, JsonValue>>): DeploymentSettings {
  return document as unknown as DeploymentSettings;
}

/** The settings after a partial document was applied: groups merged, everything else replaced. */
export function applySettings(
  settings: DeploymentSettings,
  change: Omit<PatchDeployment, 'revision'>,
): DeploymentSettings {
  return {
    ...settings,
    ...defined(change),
    rollout: { ...settings.rollout, ...defined(change.rollout) },
    behavior: { ...settings.behavior, ...defined(change.behavior) },
    appearance: withoutNulls({ ...settings.appearance, ...defined(change.appearance) }),
    capabilities: { ...settings.capabilities, ...defined(change.capabilities) },
    timeouts: { ...settings.timeouts, ...defined(change.timeouts) },
    notifications: withoutNulls({ ...settings.notifications, ...defined(change.notifications) }),
  } as DeploymentSettings;
}

function defined<Part extends object>(part: Part | undefined): Partial<Part> {
  return Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as Partial<Part>;
}

function withoutNulls<Part extends object>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)) as Partial<Part>;
}
