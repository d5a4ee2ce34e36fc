import { sql } from 'kysely';
import type {
  DecisionId,
  DeploymentId,
  DeploymentRevisionId,
  PersonId,
  VersionId,
  WorkspaceId,
} from '../../../core/ids.ts';
import { hashVersion } from '../../../core/rollout/assign-bucket.ts';
import type { AttributeMap } from '../../../core/rollout/attributes.ts';
import { drawOf } from '../../../core/rollout/rollout-decision.ts';
import type { NewDecision, NewSession, VisitContext, VisitRecord, VisitStore } from '../../ports/store/visit-store.ts';
import type { Database } from './database.ts';
import { decisionsQuery, presentDecision } from './decision-records.ts';
import { keysetPage } from './keyset-page.ts';
import { writtenTurn } from './written-turn.ts';

export function visitStore(database: Database): VisitStore {
  return {
    contextByKey: (key) => findContext(database, [key, null, null]),
    contextById: (workspaceId, deploymentId) => findContext(database, [null, workspaceId, deploymentId]),
    findVisit: async ({ workspaceId, deploymentId }, { namespace, key, browserKey }, at) => {
      const values = [workspaceId, deploymentId, namespace, key, browserKey ?? null, at];
      return presentVisit(await only(database.call<VisitRow>('find_visit', values)));
    },
    recordDecision: async (workspaceId, decision) => {
      const values = decisionValues(workspaceId, decision);
      const { bucket, percentage } = await only(database.call<DrawRow>('record_decision', values));
      return { draw: bucket === null || percentage === null ? null : { bucket, percentage } };
    },
    personOfSession: async (workspaceId, { id, tokenHash }) => {
      const values = [workspaceId, id, tokenHash];
      const row = await only(database.call<{ person_id: string | null }>('person_of_session', values));
      return row.person_id as PersonId | null;
    },
    startSession: async (workspaceId, session) =>
      void (await database.call('start_session', sessionValues(workspaceId, session))),
    listDecisions: (workspaceId, deploymentId, { unitKey, ...page }) =>
      database.inWorkspace(workspaceId, 'read only', (confined) => {
        const ofDeployment = decisionsQuery(confined).where('rollout_decision.deployment_id', '=', deploymentId);
        return keysetPage(
          unitKey === undefined ? ofDeployment : ofDeployment.where('rollout_decision.unit_key', '=', unitKey),
          {
            key: 'rollout_decision.at',
            tie: 'rollout_decision.id',
            type: 'timestamptz',
            direction: 'desc',
            positionOf: (row) => [row.at.toISOString(), row.id],
          },
          page,
          presentDecision,
        );
      }),
    recentVisitors: (workspaceId, deploymentId, limit) => recentVisitors(database, workspaceId, deploymentId, limit),
  };
}

interface ContextRow {
  workspace_id: string;
  deployment_id: string;
  platform: VisitContext['platform'];
  subject_kind: VisitContext['subject']['kind'];
  subject_id: string;
  salt: string;
  revision: number;
  revision_id: string;
  settings: VisitContext['settings'];
  identity_secret_sealed: string;
  version_id: string | null;
  version_number: number | null;
}

async function findContext(database: Database, values: (string | null)[]): Promise<VisitContext | null> {
  const [row] = await database.call<ContextRow>('visit_context', values);
  if (!row) return null;
  const { version_id: versionId, version_number: number } = row;
  return {
    workspaceId: row.workspace_id as WorkspaceId,
    deploymentId: row.deployment_id as DeploymentId,
    platform: row.platform,
    subject: { kind: row.subject_kind, id: row.subject_id },
    salt: row.salt,
    revision: row.revision,
    revisionId: row.revision_id as DeploymentRevisionId,
    settings: row.settings,
    identitySecretSealed: row.identity_secret_sealed,
    version: versionId === null || number === null ? null : { id: versionId as VersionId, number },
  };
}

interface DrawRow {
  bucket: number | null;
  percentage: number | null;
}
interface VisitRow extends DrawRow {
  unit_key: string;
  unit_namespace: VisitRecord['unitNamespace'];
  decision_id: string | null;
  serve: boolean;
  reason: string;
  group_name: string | null;
  version_number: number | null;
  revision: number;
}

function presentVisit(row: VisitRow): VisitRecord {
  const { bucket, percentage, decision_id: decisionId } = row;
  return {
    unitKey: row.unit_key,
    unitNamespace: row.unit_namespace,
    draw: bucket === null || percentage === null ? null : { bucket, percentage },
    lastDecision:
      decisionId === null
        ? null
        : {
            id: decisionId as DecisionId,
            serve: row.serve,
            reason: row.reason,
            group: row.group_name,
            version: row.version_number,
            revision: row.revision,
          },
  };
}

function decisionValues(workspaceId: string, record: NewDecision): unknown[] {
  const { decision } = record;
  const draw = drawOf(decision);
  return [
    workspaceId,
    record.id,
    record.deploymentId,
    record.revision,
    record.unitNamespace,
    record.unitKey,
    decision.serve,
    decision.reason,
    decision.bucket,
    decision.percentage,
    hashVersion,
    decision.group ?? null,
    decision.version ?? null,
    JSON.stringify(record.attributes),
    record.at,
    draw?.bucket ?? null,
    draw?.percentage ?? null,
    record.visitEndsAt ?? null,
  ];
}

function sessionValues(workspaceId: string, session: NewSession): unknown[] {
  return [
    workspaceId,
    session.deploymentId,
    session.deploymentRevisionId,
    session.versionId,
    session.decisionId,
    session.person.subject,
    session.person.earlier,
    session.unitNamespace,
    session.unitKey,
    session.newPersonId,
    JSON.stringify(session.contact),
    session.kind,
    session.state.mode,
    session.state.language,
    session.tokenHash,
    JSON.stringify(writtenTurn(session.id, session)),
  ];
}

/** How many decisions are looked through for each visitor wanted: visitors decide more than once. */
const decisionsPerVisitor = 5;

function recentVisitors(database: Database, workspaceId: string, deploymentId: string, limit: number) {
  return database.inWorkspace(workspaceId, 'read only', async ({ db }) => {
    const { rows } = await sql<{ unitKey: string; attributes: Record<string, AttributeMap> }>`
      SELECT unit_key AS "unitKey", attributes FROM (
        SELECT DISTINCT ON (unit_namespace, unit_key) unit_key, attributes, at, id FROM (
          SELECT unit_namespace, unit_key, attributes, at, id FROM rollout_decision
          WHERE workspace_id = ${workspaceId} AND deployment_id = ${deploymentId} AND attributes IS NOT NULL
          ORDER BY at DESC, id DESC LIMIT ${limit * decisionsPerVisitor}
        ) recent ORDER BY unit_namespace, unit_key, at DESC, id DESC
      ) newest ORDER BY at DESC, id DESC LIMIT ${limit}`.execute(db);
    return rows;
  });
}

async function only<Row>(rows: Promise<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error('A function of the database answered without its row.');
  return row;
}
