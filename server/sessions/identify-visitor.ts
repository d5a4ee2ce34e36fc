import type { AttributeMap } from '../../core/rollout/attributes.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { UnitIdentity, VisitContext } from '../ports/store/visit-store.ts';

export interface IdentifiedVisitor {
  readonly identity: UnitIdentity;
  /** Trusted: from the signed token, else empty. */
  readonly contact: AttributeMap;
  readonly company: AttributeMap;
}

/** Who is asking: the subject of a valid identity token, else the browser's key, else a new key. A bad token is refused, never taken as anonymous. */
export async function identifyVisitor(
  ctx: Pick<Context, 'identityVerifier' | 'vault' | 'clock' | 'ids'>,
  visit: VisitContext,
  claimed: { unitKey?: string; identityToken?: string },
): Promise<IdentifiedVisitor> {
  if (claimed.identityToken === undefined) {
    return {
      identity: { namespace: 'visitor', key: claimed.unitKey ?? ctx.ids.next('vis') },
      contact: {},
      company: {},
    };
  }
  const secret = ctx.vault.open(visit.identitySecretSealed, `identity:${visit.workspaceId}`);
  const verified = await ctx.identityVerifier.verify(claimed.identityToken, secret, ctx.clock.now());
  if (!verified.ok) {
    throw new AppError('identity_invalid', `The identity token was refused: ${verified.reason}`, {
      problems: [{ field: 'identityToken', message: verified.reason }],
    });
  }
  const { subject, contact, company } = verified.identity;
  return {
    identity: { namespace: 'subject', key: subject, browserKey: claimed.unitKey },
    contact: { id: subject, ...contact },
    company,
  };
}
