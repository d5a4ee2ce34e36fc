import * as z from 'zod/mini';

/** Filter operators; `docs/guides/targeting.md` says when each holds. Text compares without regard to case. */
export const operators = [
  'equals',
  'not_equals',
  'contains',
  'starts_with',
  'ends_with',
  'greater_than',
  'less_than',
  'is_empty',
  'is_not_empty',
] as const;
export const operatorSchema = z.enum(operators);
export type Operator = z.infer<typeof operatorSchema>;

const filterValueSchema = z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()]);

/** One rule: an attribute such as `contact.plan`, an operator, and a value (absent for `is_empty` and `is_not_empty`). */
export const filterSchema = z
  .strictObject({
    attribute: z
      .string()
      .check(
        z.regex(
          /^(contact|company|page|device|visitor|var)\.[^\s]{1,200}$/u,
          'must be namespace.name, with one of contact, company, page, device, visitor, var',
        ),
      ),
    operator: operatorSchema,
    value: z.optional(filterValueSchema),
  })
  .check(
    z.refine((filter) => isUnary(filter.operator) === (filter.value === undefined), {
      error: 'is_empty and is_not_empty take no value; every other operator needs one',
      path: ['value'],
    }),
  );
export type Filter = z.infer<typeof filterSchema>;

/** Rules that must all match (AND). */
export const filterGroupSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  filters: z.array(filterSchema).check(z.minLength(1), z.maxLength(50)),
});
export type FilterGroup = z.infer<typeof filterGroupSchema>;

/** Groups of which at least one must match (OR); no groups admit everyone. */
export const audienceSchema = z.strictObject({ groups: z.array(filterGroupSchema).check(z.maxLength(50)) });
export type Audience = z.infer<typeof audienceSchema>;

/** Whether the operator looks at one side only. */
export function isUnary(operator: Operator): boolean {
  return operator === 'is_empty' || operator === 'is_not_empty';
}
