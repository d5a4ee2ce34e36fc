import type { Reader, Store, Transaction } from '../../ports/store/store.ts';
import { accessStore } from './access-store.ts';
import { appPool, type ConnectionSettings } from './app-pool.ts';
import { type Confined, openDatabase } from './database.ts';
import { deploymentReader, deploymentWriter } from './deployment-store.ts';
import { fileStore } from './file-store.ts';
import { flowReader, flowWriter } from './flow-store.ts';
import { modelReader, modelsOf, modelWriter } from './model-store.ts';
import { peopleReader, peopleWriter } from './people-store.ts';
import { rollupReader } from './rollup-store.ts';
import { sessionReader, sessionWriter } from './session-store.ts';
import { sourceIndexes } from './source-indexes.ts';
import { sourceReader } from './source-reader.ts';
import { sourceWriter } from './source-writer.ts';
import { talkStore } from './talk-store.ts';
import { turnStore } from './turn-store.ts';
import { twinReader, twinWriter } from './twin-store.ts';
import { visitStore } from './visit-store.ts';
import { workspaceReader, workspaceWriter } from './workspace-store.ts';

/** A file holds its connection as long as it takes to come, and must not take one that a conversation waits for. */
const filesAtOnce = 4;

/** The store on PostgreSQL 15 or newer, whose schema `migrate` has made. `close` waits for running queries. */
export function postgresStore(settings: ConnectionSettings): Store & { close(): Promise<void> } {
  const pool = appPool(settings);
  const database = openDatabase(pool);
  const filePool = appPool({ ...settings, connection: { ...settings.connection, max: filesAtOnce } });
  return {
    read: (workspaceId, work) => database.inWorkspace(workspaceId, 'read only', (confined) => work(readerOf(confined))),
    write: (workspaceId, work) =>
      database.inWorkspace(workspaceId, 'read write', (confined) => work(transactionOf(confined))),
    visits: visitStore(database),
    turns: turnStore(database),
    talks: talkStore(database),
    access: accessStore(database),
    files: fileStore(openDatabase(filePool)),
    indexes: sourceIndexes(database),
    modelsOf: (workspaceId) => modelsOf(database, workspaceId),
    dueRamps: async (now, limit) => {
      const rows = await database.call<{ workspace_id: string; deployment_id: string }>('due_ramps', [now, limit]);
      return rows.map((row) => ({ workspaceId: row.workspace_id, deploymentId: row.deployment_id }));
    },
    forget: async ({ decisionAttributes, remembered }, limit) => {
      const [row] = await database.call<{ forget: number }>('forget', [decisionAttributes, remembered, limit]);
      return row?.forget ?? 0;
    },
    mergeCounters: async (limit) => {
      const [row] = await database.call<{ merges: number }>('merge_counters', [limit]);
      return row?.merges ?? 0;
    },
    ping: async () => void (await database.call('pg_backend_pid', [])),
    close: async () => void (await Promise.all([pool.end(), filePool.end()])),
  };
}

function readerOf(confined: Confined): Reader {
  return {
    flows: flowReader(confined),
    twins: twinReader(confined),
    deployments: deploymentReader(confined),
    sessions: sessionReader(confined),
    people: peopleReader(confined),
    rollups: rollupReader(confined),
    sources: sourceReader(confined),
    models: modelReader(confined),
    workspace: workspaceReader(confined),
  };
}

function transactionOf(confined: Confined): Transaction {
  return {
    flows: flowWriter(confined),
    twins: twinWriter(confined),
    deployments: deploymentWriter(confined),
    sessions: sessionWriter(confined),
    people: peopleWriter(confined),
    sources: sourceWriter(confined),
    models: modelWriter(confined),
    workspace: workspaceWriter(confined),
  };
}
