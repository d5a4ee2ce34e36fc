import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { AuditRecord, WorkspaceChange, WorkspaceRecord } from '../ports/store/workspace-store.ts';

export function getWorkspace(ctx: Pick<Context, 'store'>, actor: Actor): Promise<WorkspaceRecord> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.get());
}

export function changeWorkspace(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  change: WorkspaceChange,
): Promise<WorkspaceRecord> {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
    throw new AppError('invalid_request', 'timeZone must be an IANA time zone such as Europe/Vienna.', {
      problems: [{ field: 'timeZone', message: 'must be an IANA time zone' }],
    });
  }
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const workspace = await transaction.workspace.change(change);
    await audit(ctx, transaction, actor, {
      action: 'workspace.changed',
      subjectId: workspace.id,
      fields: Object.keys(change),
    });
    return workspace;
  });
}

export function listAudit(ctx: Pick<Context, 'store'>, actor: Actor, page: PageRequest): Promise<Page<AuditRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.listAudit(page));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
