import { useQueryClient } from '@tanstack/react-query';
import type { ProblemItem } from '../../../contract/problem.ts';
import { type SourceReply, sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { useRevisedEdit } from '../../api/use-revised-edit.ts';
import { notifyDone } from '../../ui/notify.ts';
import { sourceQuery } from '../source-queries.ts';

export interface TextForm {
  readonly text: string;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** What is wrong with the text. */
  readonly problem: string | undefined;
  /** Why saving failed, where the text is not to blame. */
  readonly failure: string | undefined;
  /** What somebody else saved meanwhile. */
  readonly stale: SourceReply | undefined;
  change(text: string): void;
  save(): void;
  discard(): void;
  /** Replaces what somebody else saved by what was typed here. */
  saveOver(latest: SourceReply): void;
  /** Takes what somebody else saved, and drops what was typed here. */
  takeLatest(latest: SourceReply): void;
  leaveStale(): void;
}

/** Edits a source's text against the revision it was read at. */
export function useTextForm(source: SourceReply): TextForm {
  const queries = useQueryClient();
  const edit = useRevisedEdit<SourceReply, string>({
    current: source,
    editedOf: textOf,
    rebase: upon,
    save: (text, { id, revision }) =>
      api.call(at.changeSource, { params: { id }, body: { text, ...(revision !== null && { revision }) } }),
    staleCode: 'draft_changed',
    readAgain: ({ id }) => api.call(at.getSource, { params: { id } }),
    keep: (reply) => queries.setQueryData(sourceQuery(reply.id).queryKey, reply),
    onSaved() {
      notifyDone('The text is saved, and found from now on');
      void queries.invalidateQueries({ queryKey: ['sources'] });
    },
    isShown: isOfText,
  });
  const { edited: text, base, isBusy, failure, stale } = edit;
  const [problem] = edit.problems;
  const isDirty = text !== textOf(base);
  return {
    text,
    isDirty,
    isBusy,
    problem: problem && `The text ${problem.message}.`,
    failure,
    stale: stale?.latest,
    change: (next) => edit.change(() => next, isOfText),
    save: () => isDirty && edit.save(),
    discard: edit.discard,
    saveOver: (latest) => edit.saveOver(text, latest),
    takeLatest: edit.takeLatest,
    leaveStale: edit.leaveStale,
  };
}

const at = sourceEndpoints;

function textOf({ text }: SourceReply): string {
  return text ?? '';
}

function isOfText({ field }: ProblemItem): boolean {
  return field === 'text';
}

/** A new name is a new revision of the same text. */
function upon(base: SourceReply, text: string, current: SourceReply): string | undefined {
  if ((current.revision ?? 0) <= (base.revision ?? 0)) return undefined;
  if (text === textOf(base)) return textOf(current);
  return current.text === base.text ? text : undefined;
}
