import * as z from 'zod/mini';

/** Namespaces a rule or a template may name. `contact` and `company` are vouched for by the platform, a signed identity or the owner; the rest is what the browser claims. */
export const attributeNamespaces = ['contact', 'company', 'page', 'device', 'visitor'] as const;
export type AttributeNamespace = (typeof attributeNamespaces)[number];

/** Namespaces whose values nobody but the owner, the platform or a signed identity can set. */
export const trustedNamespaces: readonly AttributeNamespace[] = ['contact', 'company'];

const scalar = z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean(), z.null()]);
/** One attribute's value: a scalar, or a list of scalars such as tags (at most 200 members). */
export const attributeValueSchema = z.union([scalar, z.array(scalar).check(z.maxLength(200))]);
export type AttributeValue = z.infer<typeof attributeValueSchema>;

/** Attributes of one namespace: at most 100 names of at most 100 characters. */
export const attributeMapSchema = z
  .record(z.string().check(z.minLength(1), z.maxLength(100)), attributeValueSchema)
  .check(z.refine((map) => Object.keys(map).length <= 100, 'at most 100 attributes'));
export type AttributeMap = z.infer<typeof attributeMapSchema>;

/** Everything known about a visitor when a rollout is decided or a condition is evaluated; `var` holds a flow's variables and exists only inside sessions. */
export type Attributes = { readonly [Namespace in AttributeNamespace | 'var']?: Readonly<Record<string, unknown>> };
