import { plainExit } from '../../../../core/flow/flow.ts';
import type { DraftNode } from '../../../../core/flow/graph.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { listIn, numberIn, objectIn, textIn } from './read-data.ts';
import { describeGroups } from './summarize-node.ts';

/** One way out of a node: the handle its edge leaves by, and what an author reads beside it. */
export interface LabelledExit {
  readonly handle: string;
  readonly label: string;
  /** Whether the node follows it only in exceptional cases, such as a failed request. */
  readonly isFallback: boolean;
}

/** The ways out of a node in the order they are drawn; those of options and branches first. */
export function labelledExits({ type, data }: DraftNode): readonly LabelledExit[] {
  switch (type) {
    case 'start':
    case 'message':
    case 'set':
    case 'subflow':
    case 'collectEmail':
    case 'callToAction':
      return [next('Next')];
    case 'twin':
      return [...listIn(objectIn(data.exit).conditions).map((each) => namedExit(each)), next('Next')];
    case 'ask':
      return askExits(data);
    case 'condition':
      return [...listIn(data.branches).map(branchExit), fallback('else', 'Otherwise')];
    case 'http':
      return [exit('ok', 'OK'), fallback('failed', 'Failed')];
    case 'classify':
      return [...listIn(data.intents).map((intent) => namedExit(intent)), fallback('none', 'None of these')];
    case 'split':
      return splitExits(listIn(data.branches));
    case 'jump':
    case 'handoff':
    case 'end':
      return [];
    default:
      return type satisfies never;
  }
}

function askExits(data: DraftNode['data']): LabelledExit[] {
  const input = objectIn(data.input);
  const kind = textIn(input.kind);
  const isConsent = kind === 'consent';
  const hasOptions = kind === 'choice' || kind === 'choices';
  const answers = isConsent ? [exit('yes', 'Yes'), exit('no', 'No')] : [];
  const options = hasOptions ? listIn(input.options).map((option) => namedExit(option)) : [];
  const rest = next(answers.length + options.length > 0 ? 'Any other answer' : 'Answered');
  const retries = numberIn(data.maxRetries);
  const failed = retries === undefined ? 'Given up' : `Given up after ${retries + 1} tries`;
  return [...answers, ...options, rest, ...(retries === undefined ? [] : [fallback('failed', failed)])];
}

function branchExit(branch: JsonValue): LabelledExit {
  const { id, groups } = objectIn(branch);
  const name = textIn(objectIn(listIn(groups)[0]).name);
  return exit(textIn(id), name || describeGroups(listIn(groups)) || textIn(id));
}

function namedExit(entry: JsonValue): LabelledExit {
  const { id, label } = objectIn(entry);
  return exit(textIn(id), textIn(label) || textIn(id));
}

function splitExits(branches: readonly JsonValue[]): LabelledExit[] {
  const parts = branches.map((branch) => objectIn(branch));
  const total = parts.reduce((sum, { weight }) => sum + (numberIn(weight) ?? 0), 0);
  return parts.map(({ id, weight }) => {
    const share = total > 0 ? ((numberIn(weight) ?? 0) / total) * 100 : 0;
    return exit(textIn(id), `${textIn(id)} · ${Number(share.toFixed(1))} %`);
  });
}

function exit(handle: string, label: string): LabelledExit {
  return { handle, label, isFallback: false };
}

function next(label: string): LabelledExit {
  return exit(plainExit, label);
}

function fallback(handle: string, label: string): LabelledExit {
  return { handle, label, isFallback: true };
}
