import * as z from 'zod/mini';
import { wholeNumberParam } from '../../contract/common.ts';
import type { Endpoint, Schema } from '../../contract/endpoint.ts';
import { problemSchema } from '../../contract/problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of endpoints. Schemas with an id are components, named by it. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): Json {
  const components: Json = {};
  const toJson = (schema: Schema) => jsonSchema(schema, components);
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeOperation(endpoint, toJson) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description: 'Build, publish, deploy and watch conversations. Errors are RFC 9457 problems with a stable code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        owner: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace.' },
        session: { type: 'http', scheme: 'bearer', description: 'The token from the start of a session.' },
      },
    },
  };
}

function describeOperation(endpoint: Endpoint, toJson: (schema: Schema) => Json): Json {
  const { id, summary, tag, auth, method, params, query, body, bodyType } = endpoint;
  const parameters = [
    ...parametersOf('path', params, toJson),
    ...parametersOf('query', query, toJson),
    ...(auth.kind === 'owner' && method === 'POST' ? [idempotencyKey] : []),
  ];
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(auth.kind === 'owner' && { description: `Needs the scope \`${auth.scope}\`.` }),
    security: auth.kind === 'public' ? [] : [{ [auth.kind]: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: !z.safeParse(body, undefined).success,
        content: { 'application/json': { schema: toJson(body) } },
      },
    }),
    ...(bodyType && {
      requestBody: { required: true, content: { [bodyType]: { schema: { type: 'string', format: 'binary' } } } },
    }),
    responses: {
      [endpoint.status]: describeReply(endpoint, toJson),
      default: {
        description: 'A problem, with a stable code',
        content: { 'application/problem+json': { schema: toJson(problemSchema) } },
      },
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A request repeated with the same key within 24 hours is done once, and answered alike.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const statusWords = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'Done' } as const;

function describeReply({ status, reply, replyType }: Endpoint, toJson: (schema: Schema) => Json): Json {
  const description = statusWords[status];
  if (reply) return { description, content: { 'application/json': { schema: toJson(reply) } } };
  return replyType ? { description, content: { [replyType]: { schema: { type: 'string' } } } } : { description };
}

function parametersOf(place: 'path' | 'query', schema: Schema | undefined, toJson: (schema: Schema) => Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJson(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: shape,
  }));
}

/** A schema as JSON Schema; what it names by an id is added to the components. */
function jsonSchema(schema: Schema, components: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = pointingAtComponents(z.toJSONSchema(schema, { io: 'input', override: readably }));
  Object.assign(components, $defs);
  if (typeof own.id !== 'string') return own;
  components[own.id] = own;
  return { $ref: `#/components/schemas/${own.id}` };
}

function pointingAtComponents(schema: object): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** Says a whole number where an address carries its digits, and leaves out limits that only say what a number can be. */
function readably({ zodSchema, jsonSchema: shape }: { zodSchema: Schema; jsonSchema: Json }): void {
  if (zodSchema === wholeNumberParam) {
    delete shape.pattern;
    Object.assign(shape, { type: 'integer', minimum: 0 });
  }
  if (shape.minimum === Number.MIN_SAFE_INTEGER) delete shape.minimum;
  if (shape.maximum === Number.MAX_SAFE_INTEGER) delete shape.maximum;
}
