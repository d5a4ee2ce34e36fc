import type { AttributeMap } from '../../core/rollout/attributes.ts';

export interface SignedIdentity {
  /** The `sub` claim: 1 to 200 printable characters. */
  readonly subject: string;
  /** Every other claim that is an attribute value, `email` and `name` among them; registered JWT claims are left out. */
  readonly contact: AttributeMap;
  /** The claim `company` where it is an object; any other `company` is a claim like all others. */
  readonly company: AttributeMap;
}

/** Checks tokens that a customer's server signed. HS256 only, `sub` and `exp` required, judged at `now`; a bad one is a reason, never a throw. */
export interface IdentityVerifier {
  verify(
    token: string,
    secret: string,
    now: Date,
  ): Promise<{ ok: true; identity: SignedIdentity } | { ok: false; reason: string }>;
}
