import * as z from 'zod/mini';
import { attributeMapSchema } from '../core/rollout/attributes.ts';
import { cursorShape, idParams, pageOf, searchParam } from './common.ts';
import { endpoint } from './endpoint.ts';

export const personSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  attributes: attributeMapSchema,
  keys: z.array(z.object({ namespace: z.enum(['visitor', 'subject']), key: z.string() })),
  sessionCount: z.int(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
export type PersonReply = z.infer<typeof personSchema>;
z.globalRegistry.add(personSchema, { id: 'Person' });

const read = { kind: 'owner', scope: 'people:read' } as const;

export const peopleEndpoints = {
  listPeople: endpoint({
    id: 'listPeople',
    method: 'GET',
    path: '/api/v1/people',
    summary: 'List people, last seen first',
    tag: 'People',
    auth: read,
    /** `q` looks through names and email addresses. */
    query: z.strictObject({ ...cursorShape, q: z.optional(searchParam) }),
    status: 200,
    reply: pageOf(personSchema),
  }),
  getPerson: endpoint({
    id: 'getPerson',
    method: 'GET',
    path: '/api/v1/people/:id',
    summary: 'Read a person',
    tag: 'People',
    auth: read,
    params: idParams,
    status: 200,
    reply: personSchema,
  }),
};
