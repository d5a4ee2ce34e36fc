import { X } from 'lucide-react';
import { useId } from 'react';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { surveyGraph } from '../../../core/flow/validation/survey.ts';
import type { Criterion } from '../../../core/goal/goal.ts';
import { type Filter, isUnary, operators } from '../../../core/rollout/audience.ts';
import { operatorInWords } from '../../filters/operators.ts';
import { summarizeNode } from '../../flows/editor/graph/summarize-node.ts';
import { nodeTypeWords } from '../../flows/node-type-words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';

export interface CriterionRowProps {
  criterion: Criterion;
  onChange: (criterion: Criterion) => void;
  onRemove?: () => void;
  /** What the criterion may name; undefined while it is not known. */
  graph: FlowGraph | undefined;
  label: string;
  problem?: string | undefined;
}

/** One exact criterion: something a session has done by its end. */
export function CriterionRow({ criterion, onChange, onRemove, graph, label, problem }: CriterionRowProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-2">
          <Select
            aria-label={`${label}: what`}
            value={criterion.kind}
            options={kinds}
            onChange={(event) => onChange(startOf(event.target.value, graph))}
          />
          <Detail {...{ criterion, onChange, graph, label }} isInvalid={problem !== undefined} />
        </div>
        {onRemove && (
          <Button look="quiet" size="icon" aria-label={`Remove ${label}`} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}

type DetailProps = Pick<CriterionRowProps, 'criterion' | 'onChange' | 'graph' | 'label'> & { isInvalid: boolean };

function Detail({ criterion, onChange, graph, label, isInvalid }: DetailProps) {
  switch (criterion.kind) {
    case 'emailCollected':
      return null;
    case 'actionTaken':
      return (
        <Select
          aria-label={`${label}: which action`}
          value={criterion.actionId ?? ''}
          options={[{ value: '', label: 'Any action' }, ...nodeOptions(graph, criterion.actionId, ['callToAction'])]}
          onChange={(event) =>
            onChange({ kind: 'actionTaken', ...(event.target.value && { actionId: event.target.value }) })
          }
        />
      );
    case 'nodeReached':
      return (
        <Select
          aria-label={`${label}: which step`}
          aria-invalid={isInvalid || undefined}
          value={criterion.nodeId}
          options={nodeOptions(graph, criterion.nodeId)}
          onChange={(event) => onChange({ kind: 'nodeReached', nodeId: event.target.value })}
        />
      );
    case 'variable':
      return (
        <VariableRule
          filter={criterion.filter}
          onChange={(filter) => onChange({ kind: 'variable', filter })}
          {...{ graph, label, isInvalid }}
        />
      );
    default:
      return criterion satisfies never;
  }
}

function VariableRule(props: {
  filter: Filter;
  onChange: (filter: Filter) => void;
  graph: FlowGraph | undefined;
  label: string;
  isInvalid: boolean;
}) {
  const { filter, onChange, graph, label, isInvalid } = props;
  const id = useId();
  const { attribute, operator, value } = filter;
  return (
    <div className="grid gap-2 sm:grid-cols-3">
      <Input
        list={id}
        aria-label={`${label}: variable`}
        aria-invalid={isInvalid || undefined}
        placeholder="Name of the variable"
        autoComplete="off"
        spellCheck={false}
        value={attribute.replace(/^var\./, '')}
        onChange={(event) => onChange({ ...filter, attribute: `var.${event.target.value.trim()}` })}
      />
      <datalist id={id}>
        {variablesOf(graph).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Select
        aria-label={`${label}: operator`}
        value={operator}
        options={operators.map((each) => ({ value: each, label: operatorInWords(each) }))}
        onChange={(event) => {
          const next = operators.find((each) => each === event.target.value) ?? 'equals';
          onChange(isUnary(next) ? { attribute, operator: next } : { attribute, operator: next, value: value ?? '' });
        }}
      />
      {!isUnary(operator) && (
        <Input
          aria-label={`${label}: value`}
          aria-invalid={isInvalid || undefined}
          placeholder="Value"
          autoComplete="off"
          value={String(value ?? '')}
          onChange={(event) => onChange({ ...filter, value: event.target.value })}
        />
      )}
    </div>
  );
}

const kinds: readonly SelectOption[] = [
  { value: 'emailCollected', label: 'The visitor left an email' },
  { value: 'actionTaken', label: 'The visitor took an action' },
  { value: 'nodeReached', label: 'The session reached a step' },
  { value: 'variable', label: 'A variable has a value' },
];

/** A criterion of a kind, as complete as it can be before anything is said. */
export function startOf(kind: string, graph: FlowGraph | undefined): Criterion {
  switch (kind) {
    case 'actionTaken':
      return { kind };
    case 'nodeReached':
      return { kind, nodeId: nodeOptions(graph).at(-1)?.value ?? '' };
    case 'variable':
      return { kind, filter: { attribute: `var.${variablesOf(graph)[0] ?? ''}`, operator: 'is_not_empty' } };
    default:
      return { kind: 'emailCollected' };
  }
}

function variablesOf(graph: FlowGraph | undefined): string[] {
  if (!graph) return [];
  return [...surveyGraph(graph, { subflows: new Map(), secretNames: new Set() }).variables].sort();
}

/** The flow's steps in words; the one in use always among them. */
function nodeOptions(graph: FlowGraph | undefined, current?: string, types?: readonly string[]): SelectOption[] {
  const nodes = (graph?.nodes ?? []).filter(({ type }) => type !== 'start' && (types?.includes(type) ?? true));
  const options = nodes.map((node) => ({
    value: node.id,
    label: [nodeTypeWords[node.type], summarizeNode(node).slice(0, 60)].filter(Boolean).join(': '),
  }));
  const isKnown = !current || options.some(({ value }) => value === current);
  return isKnown ? options : [...options, { value: current, label: `${current} (not in this version)` }];
}
