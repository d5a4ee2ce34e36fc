import * as z from 'zod/mini';
import type { Schema } from './endpoint.ts';

/** Names people give things: 1 to 200 characters, not only white space. */
export const nameSchema = z.string().check(z.maxLength(200), z.regex(/\S/u, 'must not be empty'));
export const instantSchema = z.string().check(
  z.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
    'must be an ISO instant such as 2027-01-31T09:00:00Z',
  ),
  z.refine((text) => !Number.isNaN(Date.parse(text)), 'must be a real date'),
);
export const emailSchema = z
  .string()
  .check(z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an email address'));
export const noteSchema = z.string().check(z.maxLength(2000));

export const webAddressSchema = z
  .string()
  .check(z.maxLength(4000), z.regex(/^https?:\/\/\S+$/i, 'must be an http or https address'));

/** Who made a change. */
export const authorSchema = z.object({
  kind: z.enum(['member', 'apiKey', 'system']),
  id: z.nullable(z.string()),
  name: z.string(),
});

/** An id in a path; unknown ids are 404, so that nothing is told about other workspaces. */
export const idParam = z.string().check(z.minLength(1), z.maxLength(200));
export const idParams = z.strictObject({ id: idParam });

const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, 'must be a whole number')),
  z.transform((text: string) => Number(text)),
);
/** A whole number in a path or a query. */
export const wholeNumberParam = wholeNumber;

/** The number of a version or a revision that a body names. */
export const numberSchema = z.int().check(z.minimum(1), z.maximum(999_999_999));

/** What a list is searched for: every word must occur, the last one as the beginning of a word. Case does not matter. */
export const searchParam = z.string().check(z.maxLength(200), z.regex(/\S/u, 'must not be empty'));
z.globalRegistry.add(searchParam, {
  description:
    'Words to search for: every one must occur, the last one as the beginning of a word. Case does not matter.',
});

export const cursorShape = {
  /** How many items: 1 to 200, 50 when absent. */
  limit: z.optional(z.pipe(wholeNumber, z.int().check(z.minimum(1), z.maximum(200)))),
  /** `nextCursor` of the page before. */
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
};
export const pageQuery = z.strictObject(cursorShape);
export type PageQuery = z.infer<typeof pageQuery>;

/** A page of a list: `nextCursor` is null on the last one. */
export function pageOf<Item extends Schema>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
