import {
  applySettings,
  type DeploymentSettings,
  type PatchDeployment,
  storedSettings,
} from '../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../contract/deployments.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { DeploymentRecord } from '../ports/store/deployment-store.ts';
import type { Transaction } from '../ports/store/store.ts';
import { checkNewSources, checkSettings } from './check-settings.ts';
import { changedSettings, newRevision, nextStepAt } from './new-revision.ts';
import { presentDeployment } from './present-deployment.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids' | 'publicUrl'>;

/** Applies a partial document; each change that changes something makes a revision. */
export function changeDeployment(
  ctx: Changes,
  actor: Actor,
  id: string,
  { revision, ...change }: PatchDeployment,
): Promise<DeploymentReply> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const record = await lockedDeployment(transaction, id);
    if (revision !== undefined && revision !== record.revision) throw revisionChanged(record, revision);
    const before = storedSettings(record.settings);
    const settings = applySettings(before, change);
    await checkNewSources(transaction, before, settings);
    return presentDeployment(ctx.publicUrl, await revise(ctx, transaction, actor, record, settings));
  });
}

/** Makes a new revision with the settings of an earlier one. */
export function restoreRevision(ctx: Changes, actor: Actor, id: string, revision: number): Promise<DeploymentReply> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const record = await lockedDeployment(transaction, id);
    const earlier = await transaction.deployments.findRevision(id, revision);
    if (!earlier) throw notFound('revision');
    return presentDeployment(
      ctx.publicUrl,
      await revise(ctx, transaction, actor, record, storedSettings(earlier.settings)),
    );
  });
}

/** The deployment, locked for the rest of the transaction, or a 404. */
export async function lockedDeployment(transaction: Transaction, id: string): Promise<DeploymentRecord> {
  const record = await transaction.deployments.lock(id);
  if (!record) throw notFound('deployment');
  return record;
}

/** Stores the settings as the next revision of a locked deployment; settings that change nothing make none. */
export async function revise(
  ctx: Pick<Context, 'clock' | 'ids'>,
  transaction: Transaction,
  actor: Actor,
  record: DeploymentRecord,
  settings: DeploymentSettings,
): Promise<DeploymentRecord> {
  const changed = changedSettings(storedSettings(record.settings), settings);
  if (changed.length === 0) return record;
  await checkSettings(transaction, record, settings);
  const next = newRevision(ctx, actor, settings, changed);
  const revised = await transaction.deployments.revise(record.id, record.revision, next, nextStepAt(settings));
  if ('stale' in revised) throw revisionChanged(record, record.revision);
  await audit(ctx, transaction, actor, { action: 'deployment.changed', subjectId: record.id, fields: changed });
  return revised;
}

function revisionChanged(record: DeploymentRecord, read: number): AppError {
  return new AppError(
    'revision_changed',
    `The deployment is at revision ${record.revision}; you read revision ${read}. Read it again and apply your change.`,
    { current: { revision: record.revision } },
  );
}
