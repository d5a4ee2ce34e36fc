import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../../contract/client.ts';
import { type SourceReply, sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { isProblem, messageOf } from '../../api/problem-message.ts';
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
  const [base, setBase] = useState(source);
  const [text, setText] = useState(source.text ?? '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [stale, setStale] = useState<SourceReply>();
  const isDirty = text !== (base.text ?? '');

  function start(from: SourceReply, edited = from.text ?? '') {
    setBase(from);
    setText(edited);
    setProblem(undefined);
    setFailure(undefined);
    setStale(undefined);
  }

  // Set while rendering, so that no older text is ever shown as the newest. A new name is a new revision of the same text.
  if (source.revision !== base.revision && !isBusy && !stale && (!isDirty || source.text === base.text)) {
    start(source, isDirty ? text : undefined);
  }

  async function send(on: SourceReply) {
    setBusy(true);
    setProblem(undefined);
    setFailure(undefined);
    try {
      const body = { text, ...(on.revision !== null && { revision: on.revision }) };
      const saved = await api.call(sourceEndpoints.changeSource, { params: { id: on.id }, body });
      queries.setQueryData(sourceQuery(on.id).queryKey, saved);
      start(saved);
      notifyDone('The text is saved, and found from now on');
      void queries.invalidateQueries({ queryKey: ['sources'] });
    } catch (error) {
      await refuse(error, on);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(error: unknown, on: SourceReply) {
    if (isProblem(error, 'draft_changed')) {
      const latest = await api.call(sourceEndpoints.getSource, { params: { id: on.id } }).catch(() => null);
      if (latest) return setStale(latest);
    }
    const ofText = error instanceof ProblemError && error.problem.problems?.find(({ field }) => field === 'text');
    if (ofText) setProblem(`The text ${ofText.message}.`);
    else setFailure(messageOf(error));
  }

  return {
    text,
    isDirty,
    isBusy,
    problem,
    failure,
    stale,
    change: setText,
    save: () => void (isDirty && !isBusy && send(base)),
    discard: () => start(source),
    saveOver(latest) {
      start(latest, text);
      void send(latest);
    },
    takeLatest(latest) {
      queries.setQueryData(sourceQuery(latest.id).queryKey, latest);
      start(latest);
    },
    leaveStale: () => setStale(undefined),
  };
}
