import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../../contract/client.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { type TwinReply, twinEndpoints } from '../../../contract/twins.ts';
import type { TwinContent } from '../../../core/twin/twin.ts';
import { api } from '../../api/api.ts';
import { isProblem, messageOf, problemSentence } from '../../api/problem-message.ts';
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
  const [base, setBase] = useState(twin);
  const [content, setContent] = useState(() => contentOf(twin));
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [stale, setStale] = useState<StaleDraft>();

  function start(from: TwinReply, edited: TwinContent) {
    setBase(from);
    setContent(edited);
    setProblems([]);
    setFailure(undefined);
    setStale(undefined);
  }

  // Set while rendering, so that no older draft is ever shown beside a newer one.
  if (twin.draft.revision > base.draft.revision && !isBusy && !stale) {
    const { merged, conflicts } = mergeTwins(contentOf(base), content, contentOf(twin));
    if (conflicts.length === 0) start(twin, merged);
  }

  async function send(edited: TwinContent, on: TwinReply) {
    setBusy(true);
    setProblems([]);
    setFailure(undefined);
    try {
      const body = { revision: on.draft.revision, ...edited };
      const saved = await api.call(twinEndpoints.saveTwinDraft, { params: { id: on.id }, body });
      const next: TwinReply = { ...on, draft: { ...on.draft, ...edited, ...saved }, draftRevision: saved.revision };
      queries.setQueryData(twinQuery(on.id).queryKey, next);
      start(next, edited);
      notifyDone('The draft is saved');
      for (const queryKey of changedWith(on.id)) void queries.invalidateQueries({ queryKey });
    } catch (error) {
      await refuse(error, on);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(error: unknown, on: TwinReply) {
    if (isProblem(error, 'draft_changed')) {
      const latest = await api.call(twinEndpoints.getTwin, { params: { id: on.id } }).catch(() => null);
      if (latest) return setStale({ base: contentOf(on), latest });
    }
    const items = (error instanceof ProblemError && error.problem.problems) || [];
    setProblems(items);
    if (items.length === 0) setFailure(messageOf(error));
  }

  return {
    content,
    revision: base.draft.revision,
    isDirty: !isSameTwin(contentOf(base), content),
    isBusy,
    failure,
    toMend: twinFields.filter((field) => problems.some((problem) => problem.field.split('.').includes(field))),
    stale,
    change(part) {
      setContent((current) => ({ ...current, ...part }));
      setProblems((current) =>
        current.filter(({ field }) => !Object.keys(part).some((name) => field.startsWith(name))),
      );
      setFailure(undefined);
    },
    problemAt(field) {
      const problem = problems.find((each) => each.field === field || each.field.startsWith(`${field}.`));
      return problem && problemSentence(problem.message);
    },
    save: () => void (!isBusy && send(content, base)),
    discard: () => start(twin, contentOf(twin)),
    saveOver(edited, latest) {
      start(latest, edited);
      void send(edited, latest);
    },
    takeLatest(latest) {
      queries.setQueryData(twinQuery(latest.id).queryKey, latest);
      start(latest, contentOf(latest));
    },
    leaveStale: () => setStale(undefined),
  };
}

/** What is edited of a twin. */
export function contentOf({ draft: { persona, knowledgeRules, styleRules } }: TwinReply): TwinContent {
  return { persona, knowledgeRules, styleRules };
}
