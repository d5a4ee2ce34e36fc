import type { IndexStorage, IndexUpkeep } from '../passage-index.ts';
import type { DeploymentReader, DeploymentWriter } from './deployment-store.ts';
import type { Files } from './files-store.ts';
import type { FlowReader, FlowWriter } from './flow-store.ts';
import type { ModelReader, ModelRecord, ModelWriter } from './model-store.ts';
import type { PeopleReader, PeopleWriter } from './people-store.ts';
import type { RollupReader } from './rollup-store.ts';
import type { SessionReader, SessionWriter } from './session-store.ts';
import type { SourceReader, SourceWriter } from './source-store.ts';
import type { TalkStore } from './talk-store.ts';
import type { TurnStore } from './turn-store.ts';
import type { TwinReader, TwinWriter } from './twin-store.ts';
import type { VisitStore } from './visit-store.ts';
import type { AccessStore, WorkspaceReader, WorkspaceWriter } from './workspace-store.ts';

/** What may be read of one workspace. */
export interface Reader {
  readonly flows: FlowReader;
  readonly twins: TwinReader;
  readonly deployments: DeploymentReader;
  readonly sessions: SessionReader;
  readonly people: PeopleReader;
  readonly rollups: RollupReader;
  readonly sources: SourceReader;
  readonly models: ModelReader;
  readonly workspace: WorkspaceReader;
}

/** What may be written to one workspace, inside one transaction. */
export interface Transaction {
  readonly flows: FlowWriter;
  readonly twins: TwinWriter;
  readonly deployments: DeploymentWriter;
  readonly sessions: SessionWriter;
  readonly people: PeopleWriter;
  readonly sources: SourceWriter;
  readonly models: ModelWriter;
  readonly workspace: WorkspaceWriter;
}

/** The database. Every read and write of a workspace's rows is confined to it by row level security. */
export interface Store {
  read<Result>(workspaceId: string, work: (reader: Reader) => Promise<Result>): Promise<Result>;
  /** Commits when the work returns, rolls back when it throws. */
  write<Result>(workspaceId: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  readonly visits: VisitStore;
  readonly turns: TurnStore;
  readonly talks: TalkStore;
  readonly access: AccessStore;
  readonly files: Files;
  /** What finds passages is stored in, for the passage index. */
  readonly indexes: IndexStorage & IndexUpkeep;
  /** What `models.list` reads, in one round trip: every answer begins with it. */
  modelsOf(workspaceId: string): Promise<ModelRecord[]>;
  /** Deployments with a scheduled ramp step due at `now`. */
  dueRamps(now: Date, limit: number): Promise<{ workspaceId: string; deploymentId: string }[]>;
  /** Empties attributes of decisions made before, and deletes ended visits and remembered replies; returns how many rows changed. */
  forget(before: { decisionAttributes: Date; remembered: Date }, limit: number): Promise<number>;
  /** Sums up at most so many of the rows that counted sessions and nodes, of each; returns how many. What is counted stays the same. */
  mergeCounters(limit: number): Promise<number>;
  /** Answers when the database does. */
  ping(): Promise<void>;
}
