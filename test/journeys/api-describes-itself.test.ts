import { validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { testBrowser } from '../harness/browser.ts';
import { httpClient, type Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
let description: Json;
beforeAll(async () => {
  parley = await startParley();
  description = (await httpClient(parley.url)('GET', '/api/openapi.json')).body;
});
afterAll(() => parley.stop());

describe('/api/openapi.json', () => {
  test('is valid OpenAPI 3.1', async () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(await validate(structuredClone(description))).toMatchObject({ valid: true, warnings: [] });
  });

  test('names the things that owners and visitors meet', () => {
    const names = [
      'Deployment',
      'Flow',
      'FlowVersion',
      'Person',
      'Problem',
      'RolloutDecision',
      'Session',
      'StartedSession',
    ];
    expect(Object.keys(description.components.schemas)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(description.components.securitySchemes)).toEqual(['owner', 'session']);
  });

  test.each(Object.values(endpoints).map((endpoint: Endpoint) => [endpoint.id, endpoint] as const))(
    'describes %s as it is',
    (id, { method, path, summary, status, params, body, bodyType = 'application/json', auth }) => {
      const operation = description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: id, summary });
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining([String(status), 'default']));
      expect(operation.responses.default.content).toMatchObject({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
      expect(operation.security ?? []).toEqual(auth.kind === 'public' ? [] : [{ [auth.kind]: [] }]);
      const isStreamed = bodyType !== 'application/json';
      const types = body !== undefined || isStreamed ? [bodyType] : [];
      expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(types);
      const named = (operation.parameters ?? []).filter((parameter: Json) => parameter.in === 'path');
      expect(named.length > 0).toBe(params !== undefined);
    },
  );

  test('describes nothing else', () => {
    const described = Object.values(description.paths).flatMap((path) => Object.values(path as Json));
    expect(described.map((operation) => (operation as Json).operationId).toSorted()).toEqual(
      Object.values(endpoints)
        .map((endpoint: Endpoint) => endpoint.id)
        .toSorted(),
    );
  });
});

test('/api/docs shows it in a browser, under its content security policy', async () => {
  const { page } = await browser.open();
  const answer = await page.goto(`${parley.url}/api/docs`);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'self'");
  await page.getByText('Publish the draft as the next version').first().waitFor();
  await page.getByText('Start a session, with consent').first().click();
  await page.getByText('/visit/v1/deployments/{key}/sessions').first().waitFor();
});
