import type { EndReason, Mode } from '../../../core/session/session-event.ts';
import type { SubjectKind } from './subject-store.ts';

/** Live sessions that began in some span, and how those went that have been judged so far. */
export interface SessionTally {
  sessions: number;
  achieved: number;
  notAchieved: number;
  unclear: number;
  unjudged: number;
  tooShort: number;
  endReasons: Record<EndReason, number>;
}

/** The same sessions counted four ways. A span, day, version or mode without sessions is absent from its list. */
export interface SessionRollup {
  total: SessionTally;
  /** By local day, as `YYYY-MM-DD`, oldest first. */
  days: ({ day: string } & SessionTally)[];
  /** Newest first. The name is empty when the flow or twin is gone. */
  versions: ({ subject: { kind: SubjectKind; id: string; name: string }; number: number } & SessionTally)[];
  /** Most sessions first. */
  modes: ({ mode: Mode } & SessionTally)[];
}

export interface SessionSpan {
  /** Whole hours: sessions that began at `from` or later, and before `to`. */
  readonly from: Date;
  readonly to: Date;
  /** All of the workspace when absent. */
  readonly deployment?: string;
}

export interface NodeTally {
  nodeId: string;
  /** The subflow the node belongs to; null for the flow itself. */
  flowId: string | null;
  /** Ended sessions that entered the node at least once, and those that ended there. */
  entered: number;
  ended: number;
}

/** Counters kept in the transactions that start, end and judge live sessions. */
export interface RollupReader {
  /** An hour belongs to the day of the time zone in which it begins. */
  sessions(span: SessionSpan & { readonly timeZone: string }): Promise<SessionRollup>;
  /** Nodes that ended sessions of a version entered, most entered first. Days (`YYYY-MM-DD`, both included) are those of UTC on which sessions began. */
  nodes(span: {
    readonly versionId: string;
    readonly firstDay?: string;
    readonly lastDay?: string;
    readonly deployment?: string;
  }): Promise<{ sessions: number; nodes: NodeTally[] }>;
}
