import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type AttributeMap, attributeMapSchema } from '../../../core/rollout/attributes.ts';
import type { IdentityVerifier } from '../../ports/identity-verifier.ts';

const registeredClaims = new Set(['iss', 'aud', 'sub', 'iat', 'exp', 'nbf', 'jti']);
const printable = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,200}$/u;
/** What PostgreSQL refuses in a text. */
const unstorable = /[\0\p{Cs}]/u;

export function joseIdentity(): IdentityVerifier {
  return {
    async verify(token, secret, now) {
      try {
        const claims = await verifiedClaims(token, secret, now);
        return { ok: true, identity: { subject: subjectOf(claims), ...attributesOf(claims) } };
      } catch (error) {
        return { ok: false, reason: reasonOf(error) };
      }
    },
  };
}

/** A token whose signature is right but whose claims are not. */
class UnusableClaims extends Error {}

async function verifiedClaims(token: string, secret: string, now: Date): Promise<JWTPayload> {
  const key = new TextEncoder().encode(secret);
  const options = { algorithms: ['HS256'], requiredClaims: ['sub', 'exp'], currentDate: now };
  return (await jwtVerify(token, key, options)).payload;
}

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === 'string' && sub.length <= 200 && printable.test(sub)) return sub;
  throw new UnusableClaims('The claim "sub" must be a text of 1 to 200 printable characters.');
}

/** The claims by namespace: those of the object `company` are the company's, all others the person's. */
function attributesOf(claims: JWTPayload): { contact: AttributeMap; company: AttributeMap } {
  const own = Object.entries(claims).filter(([name]) => !registeredClaims.has(name));
  const { company } = claims;
  return {
    contact: attributeMapOf(own, { prefix: '', whole: 'The token has more than 100 claims.' }),
    company: attributeMapOf(isObject(company) ? Object.entries(company) : [], {
      prefix: 'company.',
      whole: 'The claim "company" has more than 100 members.',
    }),
  };
}

/** What can be targeted: an object, or a list that holds one, cannot, and is left out. */
function attributeMapOf(
  given: [string, unknown][],
  { prefix, whole }: { prefix: string; whole: string },
): AttributeMap {
  const entries = given.filter(([, value]) => isTargetable(value));
  for (const entry of entries) {
    if (!isStorable(entry) || !attributeMapSchema.safeParse(Object.fromEntries([entry])).success) {
      throw new UnusableClaims(
        `The claim ${JSON.stringify(prefix + entry[0].slice(0, 100))} is too long (names 100 characters, texts 2,000, lists 200 members) or holds unprintable characters.`,
      );
    }
  }
  const map = attributeMapSchema.safeParse(Object.fromEntries(entries));
  if (!map.success) throw new UnusableClaims(whole);
  return map.data;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTargetable(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isScalar) : isScalar(value);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isStorable(entry: [string, unknown]): boolean {
  return entry.flat().every((part) => typeof part !== 'string' || !unstorable.test(part));
}

function reasonOf(error: unknown): string {
  if (error instanceof UnusableClaims) return error.message;
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return "The signature does not match; sign with this workspace's identity secret.";
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The token must be signed with HS256.';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error.claim, error.reason);
  return 'The token is not a signed JWT (three parts joined by dots, HS256).';
}

function claimReason(claim: string, problem: string): string {
  if (problem === 'missing') return `The claim "${claim}" is missing.`;
  if (claim === 'nbf' && problem === 'check_failed') return 'The token is not valid yet (claim "nbf").';
  return `The claim "${claim}" is not of the right kind.`;
}
