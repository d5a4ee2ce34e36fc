import { useState } from 'react';
import { ProblemError } from '../../contract/client.ts';
import type { ErrorCode } from '../../contract/error-codes.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { isProblem, messageOf } from './problem-message.ts';

export interface RevisedEditOptions<Reply, Edited> {
  /** As the server has it, as far as this page knows. */
  readonly current: Reply;
  /** What is edited of it. */
  readonly editedOf: (reply: Reply) => Edited;
  /** What was edited, upon what the server has now; undefined while nothing is newer, or where a person must choose. */
  readonly rebase: (base: Reply, edited: Edited, current: Reply) => Edited | undefined;
  /** False while the page itself sees that the server would refuse. */
  readonly maySend?: (edited: Edited) => boolean;
  /** Rejects with the server's problems. */
  readonly save: (edited: Edited, on: Reply) => Promise<Reply>;
  /** How the server refuses to save upon an older revision. */
  readonly staleCode: ErrorCode;
  readonly readAgain: (base: Reply) => Promise<Reply>;
  /** Lets the rest of the page know it, too. */
  readonly keep: (reply: Reply) => void;
  readonly onSaved: (reply: Reply) => void;
  /** Whether a problem is said at its field; all are, unless told. */
  readonly isShown?: (problem: ProblemItem) => boolean;
}

export interface RevisedEdit<Reply, Edited> {
  /** What is edited, as it was read or saved last. */
  readonly base: Reply;
  readonly edited: Edited;
  readonly isBusy: boolean;
  /** Why the server refused, where a field is to blame. */
  readonly problems: readonly ProblemItem[];
  /** Why saving failed, where no field is to blame. */
  readonly failure: string | undefined;
  /** Somebody else saved `latest` since `base` was read. */
  readonly stale: { readonly base: Reply; readonly latest: Reply } | undefined;
  /** Edits it, and forgets the problems that this mends. */
  change(next: (edited: Edited) => Edited, isMended: (problem: ProblemItem) => boolean): void;
  save(): void;
  discard(): void;
  /** Saves this on top of what somebody else saved. */
  saveOver(edited: Edited, latest: Reply): void;
  /** Takes what somebody else saved, and drops one's own changes. */
  takeLatest(latest: Reply): void;
  /** Goes on editing; the next save meets the same question. */
  leaveStale(): void;
}

/** Edits something against the revision it was read at, while others may save it, too. */
export function useRevisedEdit<Reply, Edited>(options: RevisedEditOptions<Reply, Edited>): RevisedEdit<Reply, Edited> {
  const { current, editedOf, rebase, maySend = () => true, isShown = () => true } = options;
  const [base, setBase] = useState(current);
  const [edited, setEdited] = useState(() => editedOf(current));
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [stale, setStale] = useState<RevisedEdit<Reply, Edited>['stale']>();

  function start(from: Reply, next = editedOf(from)) {
    setBase(() => from);
    setEdited(() => next);
    setProblems([]);
    setFailure(undefined);
    setStale(undefined);
  }

  // Set while rendering, so that nothing older is ever shown beside what is newer.
  const rebased = isBusy || stale ? undefined : rebase(base, edited, current);
  if (rebased !== undefined) start(current, rebased);

  async function send(next: Edited, on: Reply) {
    if (!maySend(next)) return;
    setBusy(true);
    setProblems([]);
    setFailure(undefined);
    try {
      const saved = await options.save(next, on);
      options.keep(saved);
      start(saved);
      options.onSaved(saved);
    } catch (error) {
      await refuse(error, on);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(error: unknown, on: Reply) {
    if (isProblem(error, options.staleCode)) {
      const latest = await options.readAgain(on).catch(() => null);
      if (latest !== null) return setStale({ base: on, latest });
    }
    const shown = ((error instanceof ProblemError && error.problem.problems) || []).filter(isShown);
    setProblems(shown);
    if (shown.length === 0) setFailure(messageOf(error));
  }

  return {
    base,
    edited,
    isBusy,
    problems,
    failure,
    stale,
    change(next, isMended) {
      setEdited(next);
      setProblems((all) => all.filter((problem) => !isMended(problem)));
      setFailure(undefined);
    },
    save: () => void (!isBusy && send(edited, base)),
    discard: () => start(current),
    saveOver(next, latest) {
      start(latest, next);
      void send(next, latest);
    },
    takeLatest(latest) {
      options.keep(latest);
      start(latest);
    },
    leaveStale: () => setStale(undefined),
  };
}
