import type { Outcome } from '../../../core/goal/goal.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { EndReason, Mode, SessionEvent } from '../../../core/session/session-event.ts';
import type { Page, PageRequest } from './common.ts';
import type { SettingsDocument } from './deployment-store.ts';
import type { DecisionRecord } from './visit-store.ts';

export interface SessionSummaryRecord {
  id: string;
  deployment: { id: string; name: string; revision: number };
  version: { id: string; number: number };
  kind: 'live' | 'test';
  status: 'active' | 'ended';
  endReason: EndReason | null;
  mode: Mode;
  language: string;
  personId: string | null;
  unitKey: string;
  startedAt: string;
  lastEventAt: string;
  endedAt: string | null;
  messageCount: number;
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
  mode?: Mode;
  kind?: 'live' | 'test';
  version?: number;
  unitKey?: string;
  person?: string;
  from?: string;
  to?: string;
}

export interface SessionReader {
  list(filter: SessionFilter, page: PageRequest): Promise<Page<SessionSummaryRecord>>;
  find(id: string): Promise<SessionRecord | null>;
}

export interface SessionWriter extends SessionReader {
  /** Records the evaluation beside the `sessionEvaluated` event; true when it was the first, or `replace` is set. */
  saveEvaluation(sessionId: string, outcome: Outcome, at: Date, replace: boolean): Promise<boolean>;
}
