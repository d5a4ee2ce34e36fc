import type { FlowGraph } from '../../../../core/flow/graph.ts';
import type { FlowWorld } from '../../../../core/flow/validate-flow.ts';
import { surveyGraph } from '../../../../core/flow/validation/survey.ts';
import { attributeCatalogue } from '../../../../core/rollout/attribute-catalogue.ts';

/** A value that a template or a condition may name. */
export interface NamedValue {
  /** Such as `var.name` or `contact.plan`. */
  readonly name: string;
  readonly description: string;
}

const noWorld: FlowWorld = { subflows: new Map(), secretNames: new Set() };

/** Values an author may use: the flow's own variables first, then what is known of the visitor. */
export function knownValues(graph: FlowGraph, world: FlowWorld | null): NamedValue[] {
  const variables = [...surveyGraph(graph, world ?? noWorld).variables].sort();
  return [
    ...variables.map((name) => ({ name: `var.${name}`, description: 'Kept in this flow' })),
    ...attributeCatalogue.web
      .filter(({ attribute }) => !attribute.endsWith('*'))
      .map(({ attribute, description }) => ({ name: attribute, description })),
  ];
}

/** Names of secrets, as HTTP requests may use them. */
export function secretValues(world: FlowWorld | null): NamedValue[] {
  return [...(world?.secretNames ?? [])].map((name) => ({ name: `secret.${name}`, description: 'Secret' }));
}

/** The beginning of a reference that the caret stands in: where its braces open, and what is typed so far. */
export function openReference(text: string, caret: number): { at: number; typed: string } | null {
  const at = text.lastIndexOf('{{', caret - 1);
  if (at < 0) return null;
  const typed = text.slice(at + 2, caret);
  return /^\s*[\w.-]*$/.test(typed) ? { at, typed: typed.trim() } : null;
}

/** Values whose name or description holds what is typed; those whose name begins so come first. */
export function matchingValues(values: readonly NamedValue[], typed: string): NamedValue[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name, description }: NamedValue): number => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted) || lower.split('.')[1]?.startsWith(wanted)) return 0;
    if (lower.includes(wanted)) return 1;
    return description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return values
    .map((value) => ({ value, at: rank(value) }))
    .filter(({ at }) => at < 3)
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

/** The text with a reference put where one was begun, and where the caret goes then. */
export function insertReference(text: string, caret: number, name: string): { text: string; caret: number } {
  const open = openReference(text, caret);
  const before = text.slice(0, open?.at ?? caret);
  const after = text.slice(caret).replace(/^\s*\}\}/, '');
  const reference = `{{${name}}}`;
  return { text: before + reference + after, caret: before.length + reference.length };
}
