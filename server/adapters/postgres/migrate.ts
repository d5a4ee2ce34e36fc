import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { ensureAppRole } from './app-role.ts';
import { accounts } from './migrations/0001-accounts.ts';
import { workspaces } from './migrations/0002-workspaces.ts';
import { flows } from './migrations/0003-flows.ts';
import { deployments } from './migrations/0004-deployments.ts';
import { peopleAndVisits } from './migrations/0005-people-and-visits.ts';
import { sessions } from './migrations/0006-sessions.ts';
import { files } from './migrations/0007-files.ts';
import { accessFunctions } from './migrations/0008-access-functions.ts';
import { visitFunctions } from './migrations/0009-visit-functions.ts';
import { turnFunctions } from './migrations/0010-turn-functions.ts';
import { sweepFunctions } from './migrations/0011-sweep-functions.ts';
import { sessionLists } from './migrations/0012-session-lists.ts';
import { sessionCounters } from './migrations/0013-session-counters.ts';
import { deploymentLists } from './migrations/0014-deployment-lists.ts';
import { twins } from './migrations/0015-twins.ts';
import { sources } from './migrations/0016-sources.ts';
import { models } from './migrations/0017-models.ts';
import { talkFunctions } from './migrations/0018-talk-functions.ts';
import { facts } from './migrations/0019-facts.ts';
import { indexFormats } from './migrations/0020-index-formats.ts';
import { readingRetries } from './migrations/0021-reading-retries.ts';
import { vectorIndex } from './migrations/0022-vector-index.ts';
import { subjectNames } from './migrations/0023-subject-names.ts';
import { peopleMergedAndErased } from './migrations/0024-people-merged-and-erased.ts';
import type { SqlMigration } from './migrations/sql-migration.ts';
import { refuseChangedSchema, withDigests } from './schema-digests.ts';

/** Every migration in order. A name once released is never changed or reused. */
const migrations: Readonly<Record<string, SqlMigration>> = {
  '0001-accounts': accounts,
  '0002-workspaces': workspaces,
  '0003-flows': flows,
  '0004-deployments': deployments,
  '0005-people-and-visits': peopleAndVisits,
  '0006-sessions': sessions,
  '0007-files': files,
  '0008-access-functions': accessFunctions,
  '0009-visit-functions': visitFunctions,
  '0010-turn-functions': turnFunctions,
  '0011-sweep-functions': sweepFunctions,
  '0012-session-lists': sessionLists,
  '0013-session-counters': sessionCounters,
  '0014-deployment-lists': deploymentLists,
  '0015-twins': twins,
  '0016-sources': sources,
  '0017-models': models,
  '0018-talk-functions': talkFunctions,
  '0019-facts': facts,
  '0020-index-formats': indexFormats,
  '0021-reading-retries': readingRetries,
  '0022-vector-index': vectorIndex,
  '0023-subject-names': subjectNames,
  '0024-people-merged-and-erased': peopleMergedAndErased,
};

/**
 * Brings the database to the newest schema, as the role that owns it; several at once wait for each other.
 * A database whose migrations were others under the same names is refused. The pool stays the caller's: it is not
 * closed here.
 */
export async function migrate(ownerPool: pg.Pool): Promise<void> {
  await ensureAppRole(ownerPool);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  await refuseChangedSchema(ownerPool, migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => withDigests(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
