import * as z from 'zod/mini';

/** A passage that an answer rests on; `[1]` in the answer's text is the citation with `number` 1. */
export const citationSchema = z.object({
  number: z.int(),
  sourceId: z.string(),
  revision: z.int(),
  passage: z.int(),
  /** Name of the source. */
  title: z.string(),
  /** Where the source can be read on the web. */
  url: z.optional(z.string()),
  headings: z.array(z.string()),
  page: z.nullable(z.int()),
  /** The passage itself, as Markdown. */
  quote: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;
