import * as z from 'zod/mini';
import { attributeMapSchema } from '../core/rollout/attributes.ts';
import { cursorShape, emailSchema, idParam, idParams, nameSchema, pageOf, pageQuery, searchParam } from './common.ts';
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
export const factSchema = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  /** Where it was said. */
  sessionId: z.string(),
  seq: z.int(),
  /** Who learned it; without a name once it is deleted. */
  twin: z.object({ id: z.string(), name: z.nullable(z.string()) }),
});
export type FactReply = z.infer<typeof factSchema>;
z.globalRegistry.add(personSchema, { id: 'Person' });
z.globalRegistry.add(factSchema, { id: 'Fact' });

const read = { kind: 'owner', scope: 'people:read' } as const;
const write = { kind: 'owner', scope: 'people:write' } as const;

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
  listFacts: endpoint({
    id: 'listFacts',
    method: 'GET',
    path: '/api/v1/people/:id/facts',
    summary: 'List what twins learned about a person, newest first',
    tag: 'People',
    auth: read,
    params: idParams,
    query: pageQuery,
    status: 200,
    reply: pageOf(factSchema),
  }),
  changePerson: endpoint({
    id: 'changePerson',
    method: 'PATCH',
    path: '/api/v1/people/:id',
    summary: 'Change a person’s name or email; what a signed identity says replaces it at the next visit',
    tag: 'People',
    auth: write,
    params: idParams,
    body: z.strictObject({ name: z.optional(z.nullable(nameSchema)), email: z.optional(z.nullable(emailSchema)) }),
    status: 200,
    reply: personSchema,
  }),
  mergePerson: endpoint({
    id: 'mergePerson',
    method: 'POST',
    path: '/api/v1/people/:id/merge',
    summary: 'Give another person all that is this one’s, who is no more; where both know something, the other’s stays',
    tag: 'People',
    auth: write,
    params: idParams,
    /** Who it turns out to be. */
    body: z.strictObject({ into: idParam }),
    status: 200,
    reply: personSchema,
  }),
  exportPerson: endpoint({
    id: 'exportPerson',
    method: 'GET',
    path: '/api/v1/people/:id/export',
    summary:
      'All that is kept about a person as one JSON file: profile, memory, their own sources, sessions with events',
    tag: 'People',
    auth: read,
    params: idParams,
    status: 200,
    replyType: 'application/json',
  }),
  erasePerson: endpoint({
    id: 'erasePerson',
    method: 'DELETE',
    path: '/api/v1/people/:id',
    summary:
      'Erase a person with their sessions, memory, own sources and rollout decisions; counts stay, which name nobody',
    tag: 'People',
    auth: write,
    params: idParams,
    /** The person's name, email or id, the first of them that is known. */
    query: z.strictObject({ confirmName: z.optional(z.string().check(z.maxLength(400))) }),
    status: 204,
  }),
  forgetFact: endpoint({
    id: 'forgetFact',
    method: 'DELETE',
    path: '/api/v1/people/:id/facts/:factId',
    summary: 'Have every twin forget a fact about a person; the session it was said in keeps it',
    tag: 'People',
    auth: write,
    params: z.strictObject({ ...idParams.shape, factId: z.string().check(z.maxLength(100)) }),
    status: 204,
  }),
};
