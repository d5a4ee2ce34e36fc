import type { WorkspaceId } from '../../../core/ids.ts';
import type { Author, Page, PageRequest } from './common.ts';

export type Role = 'owner' | 'editor' | 'viewer';
export interface WorkspaceRecord {
  id: WorkspaceId;
  name: string;
  timeZone: string;
  /** Whether a twin knows what another twin of the workspace learned about a person. */
  sharesMemory: boolean;
  createdAt: string;
}
export type WorkspaceChange = Partial<Pick<WorkspaceRecord, 'name' | 'timeZone' | 'sharesMemory'>>;
export interface MemberRecord {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}
export interface InvitationRecord {
  id: string;
  email: string | null;
  role: Role;
  createdAt: string;
  expiresAt: string;
}
export interface ApiKeyRecord {
  id: string;
  name: string;
  /** The first characters of the key, to recognise it by. */
  prefix: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
}
export interface AuditRecord {
  id: string;
  at: string;
  actor: Author;
  action: string;
  subjectId: string | null;
  fields: string[];
}

export interface WorkspaceReader {
  get(): Promise<WorkspaceRecord>;
  identitySecretSealed(): Promise<string>;
  listMembers(page: PageRequest): Promise<Page<MemberRecord>>;
  listInvitations(page: PageRequest, now: Date): Promise<Page<InvitationRecord>>;
  listApiKeys(page: PageRequest): Promise<Page<ApiKeyRecord>>;
  listAudit(page: PageRequest): Promise<Page<AuditRecord>>;
  listSecrets(page: PageRequest): Promise<Page<{ name: string; updatedAt: string }>>;
  /** Sealed values of the named secrets; a missing one is absent. */
  sealedSecrets(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface WorkspaceWriter extends WorkspaceReader {
  change(change: WorkspaceChange): Promise<WorkspaceRecord>;
  /** Who is a member already stays as they are. */
  addMember(member: { userId: string; role: Role; at: Date }): Promise<void>;
  findMember(userId: string): Promise<MemberRecord | null>;
  /** Locks the member list, so that the last owner cannot leave twice at once. */
  lockOwners(): Promise<string[]>;
  changeRole(userId: string, role: Role): Promise<void>;
  removeMember(userId: string): Promise<void>;
  addInvitation(invitation: {
    id: string;
    tokenHash: string;
    email: string | null;
    role: Role;
    at: Date;
    expiresAt: Date;
  }): Promise<InvitationRecord>;
  removeInvitation(id: string): Promise<boolean>;
  addApiKey(key: {
    id: string;
    name: string;
    prefix: string;
    keyHash: string;
    scopes: readonly string[];
    at: Date;
  }): Promise<ApiKeyRecord>;
  removeApiKey(id: string): Promise<boolean>;
  saveSecret(secret: { name: string; sealed: string; at: Date }): Promise<void>;
  removeSecret(name: string): Promise<boolean>;
  audit(entry: {
    id: string;
    at: Date;
    actor: Author;
    action: string;
    subjectId: string | null;
    fields: readonly string[];
  }): Promise<void>;
}

/** Look-ups that come before a workspace is known: keys, tokens and memberships name it. */
export interface AccessStore {
  /** The key's workspace and scopes; marks it used, at most once a minute. */
  apiKeyByHash(
    keyHash: string,
    now: Date,
  ): Promise<{ id: string; name: string; workspaceId: WorkspaceId; scopes: string[] } | null>;
  membershipsOf(userId: string): Promise<{ workspaceId: WorkspaceId; role: Role; name: string }[]>;
  /** An invitation that is neither used nor expired. */
  invitationByHash(
    tokenHash: string,
    now: Date,
  ): Promise<(InvitationRecord & { workspaceId: WorkspaceId; workspaceName: string }) | null>;
  /** Takes the invitation; false when somebody was first. */
  takeInvitation(tokenHash: string, now: Date): Promise<boolean>;
  createWorkspace(workspace: { id: WorkspaceId; name: string; identitySecretSealed: string; at: Date }): Promise<void>;
  /** The oldest workspace; null on a new installation. */
  firstWorkspace(): Promise<WorkspaceRecord | null>;
  /**
   * Takes an `Idempotency-Key` before the request is run. `taken`: run it; `running`: another request with
   * it is being answered (for at most a minute: an older claim is taken over); `answered`: what was said. Kept 24 hours.
   */
  claimReply(
    claim: ReplyClaim,
  ): Promise<
    { kind: 'taken' } | { kind: 'running' } | { kind: 'answered'; requestHash: string; status: number; body: string }
  >;
  rememberReply(reply: ReplyClaim & { status: number; body: string }): Promise<void>;
  /** Gives a claim back when the request failed, so that it can be tried again. */
  abandonReply(claim: ReplyClaim): Promise<void>;
}

export interface ReplyClaim {
  readonly workspaceId: WorkspaceId;
  readonly actorId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly at: Date;
}
