import { describe, expect, test } from 'vitest';
import { createDeploymentSchema } from '../../contract/deployment-settings.ts';
import { graphSchema } from '../../core/flow/graph.ts';
import { validateFlow } from '../../core/flow/validate-flow.ts';
import { translatableFields } from '../../core/flow/validation/translatable-fields.ts';
import { appointmentRequest } from './appointment-request.ts';
import { demoContent } from './demo-content.ts';

describe.each(demoContent)('$name', ({ graph, deployments }) => {
  test('has more than fifteen nodes and may be published', () => {
    expect(graphSchema.parse(graph)).toEqual(graph);
    expect(graph.nodes.length).toBeGreaterThan(15);
    expect(validateFlow(graph, { subflows: new Map(), secretNames: new Set() })).toEqual([]);
  });

  test('lays every node out in a place of its own', () => {
    const places = new Set(graph.nodes.map(({ position }) => `${position.x} ${position.y}`));
    expect(places.size).toBe(graph.nodes.length);
  });

  test('leaves no choice and no branch without a way on', () => {
    const leaving = new Set(graph.edges.map((edge) => edge.source));
    const stuck = graph.nodes.filter(
      (node) => !leaving.has(node.id) && !['end', 'handoff', 'jump'].includes(node.type),
    );
    expect(stuck).toEqual([]);
  });

  test.each(deployments)('is deployed as $name with settings that are accepted', ({ name, settings }) => {
    const deployment = { name, ...settings, subject: { kind: 'flow', id: 'flw_1' }, platform: { kind: 'web' } };
    expect(createDeploymentSchema.parse(deployment)).toEqual(deployment);
  });

  test.each(deployments)('reaches the goal of $name by nodes it has', ({ settings }) => {
    const ids = new Set(graph.nodes.map((node) => node.id));
    const named = (settings.behavior?.criteria ?? []).flatMap((each) =>
      each.kind === 'nodeReached' ? [each.nodeId] : [],
    );
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(settings.behavior?.criteria?.length).toBeGreaterThan(0);
  });
});

test('deployments differ in audience and percentage', () => {
  const rollouts = demoContent
    .flatMap((flow) => flow.deployments)
    .map(({ settings }) => settings.rollout?.percentage ?? 100);
  expect(rollouts.toSorted()).toEqual([100, 25, 50]);
});

test('the appointment request is wholly translated', () => {
  const german = appointmentRequest.translations?.de ?? {};
  const missing = appointmentRequest.nodes.flatMap((node) => {
    const options = [...translatableFields(node)].filter((field) => field.startsWith('options.') || field in node.data);
    return options.filter((field) => !german[node.id]?.[field]).map((field) => `${node.id}.${field}`);
  });
  expect(missing).toEqual([]);
});
