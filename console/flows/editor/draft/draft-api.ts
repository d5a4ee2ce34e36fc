import { ProblemError } from '../../../../contract/client.ts';
import { type FlowReply, flowEndpoints } from '../../../../contract/flows.ts';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { api } from '../../../api/api.ts';
import { isProblem } from '../../../api/problem-message.ts';
import type { SavedDraft, SaveOutcome } from './draft-saver.ts';

/** A flow's draft as the saver knows it. */
export function savedDraft({ draft }: Pick<FlowReply, 'draft'>): SavedDraft {
  const { revision, graph, updatedAt, updatedBy } = draft;
  return { revision, graph, updatedAt, updatedBy: updatedBy?.name ?? null };
}

export async function readDraft(flowId: string): Promise<SavedDraft> {
  return savedDraft(await api.call(flowEndpoints.getFlow, { params: { id: flowId } }));
}

/** Writes the draft; what may pass and what will not are told apart by what was answered. */
export async function saveDraft(flowId: string, draft: { revision: number; graph: FlowGraph }): Promise<SaveOutcome> {
  try {
    const { revision, updatedAt } = await api.call(flowEndpoints.saveDraft, { params: { id: flowId }, body: draft });
    return { kind: 'saved', revision, updatedAt };
  } catch (error) {
    if (isProblem(error, 'draft_changed')) return { kind: 'stale' };
    if (!(error instanceof ProblemError)) return { kind: 'unreachable' };
    const { status, detail } = error.problem;
    return status >= 500 || status === 429 ? { kind: 'unreachable' } : { kind: 'refused', detail };
  }
}
