import type { Outcome } from '../../../core/goal/goal.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { EndReason, Mode, SessionEvent } from '../../../core/session/session-event.ts';
import type { Page, PageRequest } from './common.ts';
import type { SettingsDocument } from './deployment-store.ts';
import type { SubjectKind } from './subject-store.ts';
import type { DecisionRecord } from './visit-store.ts';

export interface SessionSummaryRecord {
  id: string;
  deployment: { id: string; name: string; revision: number };
  /** The flow or twin of the deployment, by its name of today; once it is gone, by that of the version. */
  subject: { kind: SubjectKind; id: string; name: string };
  version: { id: string; number: number };
  kind: 'live' | 'test';
  status: 'active' | 'ended';
  endReason: EndReason | null;
  mode: Mode;
  language: string;
  personId: string | null;
  personName: string | null;
  unitKey: string;
  startedAt: string;
  lastEventAt: string;
  endedAt: string | null;
  messageCount: number;
  /** The first 200 characters of the visitor's first message. */
  preview: string | null;
  /** Whether the member it was read for has not marked it as read, of the sessions since they joined. */
  unread: boolean;
  evaluation: (Outcome & { at: string }) | null;
}
export interface SessionRecord extends SessionSummaryRecord {
  state: SessionState;
  decision: DecisionRecord | null;
  events: SessionEvent[];
  /** Settings of the deployment revision the session began under. */
  settings: SettingsDocument;
}
export interface SessionFilter {
  deployment?: string;
  status?: 'active' | 'ended';
  outcome?: string;
  endReason?: EndReason;
  language?: string;
  mode?: Mode;
  kind?: 'live' | 'test';
  version?: number;
  unitKey?: string;
  person?: string;
  from?: string;
  to?: string;
  /** Words of the person's name and email, the unit key, or (once ended) the messages; the last one by its beginning. */
  q?: string;
  /** Of the member the list is read for; nothing is unread for nobody. */
  unread?: boolean;
}

export interface SessionReader {
  /** Newest first. `memberId` is whose reading `unread` tells of. */
  list(filter: SessionFilter, page: PageRequest, memberId?: string): Promise<Page<SessionSummaryRecord>>;
  find(id: string, memberId?: string): Promise<SessionRecord | null>;
}

export interface SessionWriter extends SessionReader {
  /** Records the evaluation beside the `sessionEvaluated` event; true when it was the first, or `replace` is set. */
  saveEvaluation(sessionId: string, outcome: Outcome, at: Date, replace: boolean): Promise<boolean>;
  /** Marks the session as read by the member, or as unread again; false when there is no such session. */
  markRead(sessionId: string, memberId: string, at: Date): Promise<boolean>;
  markUnread(sessionId: string, memberId: string): Promise<boolean>;
}
