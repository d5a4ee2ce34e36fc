import type { EventOf } from '../../../core/session/session-event.ts';
import type { Passage, PassageAt, SourceAt } from '../../../core/twin/passage.ts';
import type { TwinSnapshot } from '../../../core/twin/twin.ts';
import type { SettingsDocument } from './deployment-store.ts';
import type { UsableSource } from './source-store.ts';

/** What a twin needs to know of the session it answers in. */
export interface TalkRecord {
  readonly personId: string | null;
  /** Settings of the deployment when the session began, and now. */
  readonly atBeginning: SettingsDocument;
  readonly now: SettingsDocument;
  /** As the session's version carries it; null when it carries no such twin. */
  readonly twin: TwinSnapshot | null;
  /** Source revisions that the version recorded. */
  readonly recorded: Readonly<Record<string, number>>;
  /** The last messages, oldest first. */
  readonly messages: readonly EventOf<'message'>[];
  /** Those that deployments may name, and the person's own. */
  readonly sources: readonly UsableSource[];
  /** The newest of what this twin, or any where twins share it, learned about the person, oldest first. */
  readonly facts: readonly string[];
}

/** Of which session, which twin, and how many of the last messages and facts. */
export interface TalkRequest {
  readonly workspaceId: string;
  readonly sessionId: string;
  readonly twinId: string;
  readonly messagesAtMost: number;
  readonly factsAtMost: number;
}

/** On the way to a twin's first word: each in one round trip. */
export interface TalkStore {
  find(request: TalkRequest): Promise<TalkRecord | null>;
  /** As `SourceReader.passagesAt`. */
  passagesAt(workspaceId: string, places: readonly PassageAt[]): Promise<(Passage & SourceAt)[]>;
}
