import { useQueryClient } from '@tanstack/react-query';
import { type TwinReply, twinEndpoints } from '../../../contract/twins.ts';
import type { TwinContent } from '../../../core/twin/twin.ts';
import { api } from '../../api/api.ts';
import { problemSentence } from '../../api/problem-message.ts';
import { useRevisedEdit } from '../../api/use-revised-edit.ts';
import { notifyDone } from '../../ui/notify.ts';
import { changedWith, twinQuery } from '../twin-queries.ts';
import { isSameTwin, mergeTwins, type TwinField, twinFields } from './merge-twins.ts';

/** The draft was changed by somebody else since it was read. */
export interface StaleDraft {
  readonly base: TwinContent;
  readonly latest: TwinReply;
}

export interface TwinDraft {
  readonly content: TwinContent;
  /** Of the draft that was read; what is tried and published. */
  readonly revision: number;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Why saving failed, where no field is to blame. */
  readonly failure: string | undefined;
  /** What has to be mended before it can be saved. */
  readonly toMend: readonly TwinField[];
  readonly stale: StaleDraft | undefined;
  change(part: Partial<TwinContent>): void;
  /** What is wrong with a field, as a sentence. */
  problemAt(field: string): string | undefined;
  save(): void;
  discard(): void;
  /** Saves this on top of what somebody else saved. */
  saveOver(content: TwinContent, latest: TwinReply): void;
  /** Takes what somebody else saved, and drops one's own changes. */
  takeLatest(latest: TwinReply): void;
  leaveStale(): void;
}

/**
 * Edits a twin's persona and rules against the revision they were read at. Changes of others that touch nothing edited
 * here are taken in silently; the server refuses to save over any that do.
 */
export function useTwinDraft(twin: TwinReply): TwinDraft {
  const queries = useQueryClient();
  const edit = useRevisedEdit<TwinReply, TwinContent>({
    current: twin,
    editedOf: contentOf,
    rebase: upon,
    async save(content, on) {
      const body = { revision: on.draft.revision, ...content };
      const saved = await api.call(twinEndpoints.saveTwinDraft, { params: { id: on.id }, body });
      return { ...on, draft: { ...on.draft, ...content, ...saved }, draftRevision: saved.revision };
    },
    staleCode: 'draft_changed',
    readAgain: ({ id }) => api.call(twinEndpoints.getTwin, { params: { id } }),
    keep: (reply) => queries.setQueryData(twinQuery(reply.id).queryKey, reply),
    onSaved({ id }) {
      notifyDone('The draft is saved');
      for (const queryKey of changedWith(id)) void queries.invalidateQueries({ queryKey });
    },
  });
  const { base, edited: content, problems, stale } = edit;
  return {
    ...edit,
    content,
    revision: base.draft.revision,
    isDirty: !isSameTwin(contentOf(base), content),
    toMend: twinFields.filter((field) => problems.some((problem) => problem.field.split('.').includes(field))),
    stale: stale && { base: contentOf(stale.base), latest: stale.latest },
    change: (part) =>
      edit.change(
        (current) => ({ ...current, ...part }),
        ({ field }) => Object.keys(part).some((name) => field.startsWith(name)),
      ),
    problemAt(field) {
      const problem = problems.find((each) => each.field === field || each.field.startsWith(`${field}.`));
      return problem && problemSentence(problem.message);
    },
  };
}

/** What is edited of a twin. */
export function contentOf({ draft: { persona, knowledgeRules, styleRules } }: TwinReply): TwinContent {
  return { persona, knowledgeRules, styleRules };
}

function upon(base: TwinReply, content: TwinContent, current: TwinReply): TwinContent | undefined {
  if (current.draft.revision <= base.draft.revision) return undefined;
  const { merged, conflicts } = mergeTwins(contentOf(base), content, contentOf(current));
  return conflicts.length === 0 ? merged : undefined;
}
