import type {
  DecisionId,
  DeploymentId,
  DeploymentRevisionId,
  PersonId,
  SessionId,
  VersionId,
  WorkspaceId,
} from '../../../core/ids.ts';
import type { AttributeMap } from '../../../core/rollout/attributes.ts';
import type { RolloutDecision, RolloutDraw } from '../../../core/rollout/rollout-decision.ts';
import type { AnsweredEffect } from '../../../core/session/effect.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';
import type { Page, PageRequest } from './common.ts';
import type { SettingsDocument } from './deployment-store.ts';
import type { SubjectKind } from './subject-store.ts';

/** Who a visitor is: a browser's own key, or a subject that a signed token vouches for. The two never meet by name. */
export interface UnitIdentity {
  readonly namespace: 'visitor' | 'subject';
  readonly key: string;
  /** The browser's key beside a subject: taken over at the first sign-in unless another subject has it. */
  readonly browserKey?: string;
}

/** Everything a rollout decision needs, from one statement. */
export interface VisitContext {
  readonly workspaceId: WorkspaceId;
  readonly deploymentId: DeploymentId;
  readonly platform: 'web' | 'intercom' | 'api';
  readonly subject: { kind: SubjectKind; id: string };
  readonly salt: string;
  readonly revision: number;
  readonly revisionId: DeploymentRevisionId;
  readonly settings: SettingsDocument;
  /** Sealed secret of signed identities. */
  readonly identitySecretSealed: string;
  /** The version the policy points at now; null while nothing is published. */
  readonly version: { readonly id: VersionId; readonly number: number } | null;
}

/** The running visit of one unit in one deployment. */
export interface VisitRecord {
  /** The key whose bucket counts: the person's first known key. */
  readonly unitKey: string;
  readonly unitNamespace: 'visitor' | 'subject';
  /** The draw kept from earlier in this visit; null when stage 2 was not reached or the visit is over. */
  readonly draw: RolloutDraw | null;
  /** The last decision recorded in this visit. */
  readonly lastDecision: {
    readonly id: DecisionId;
    readonly serve: boolean;
    readonly reason: string;
    readonly group: string | null;
    readonly version: number | null;
    readonly revision: number;
  } | null;
}

export interface DecisionRecord {
  id: DecisionId;
  at: string;
  unitKey: string;
  serve: boolean;
  reason: RolloutDecision['reason'];
  bucket: number;
  percentage: number;
  hashVersion: number;
  group: string | null;
  version: number | null;
  revision: number;
  sessionId: SessionId | null;
  attributes: Record<string, AttributeMap> | null;
}

export interface NewDecision {
  readonly id: DecisionId;
  readonly deploymentId: DeploymentId;
  readonly revision: number;
  readonly unitKey: string;
  readonly unitNamespace: 'visitor' | 'subject';
  readonly decision: RolloutDecision;
  readonly attributes: Record<string, AttributeMap>;
  readonly at: Date;
  /** Keep the decision's draw for the visit until then; absent where a conversation does not begin with a visit. */
  readonly visitEndsAt?: Date;
}

/**
 * Whose session it is. A bucket key reaches nobody: a person is known by a subject that somebody vouches for, or by
 * the token of an earlier session. What an anonymous person did joins a subject only with such a token.
 */
export interface SessionPerson {
  /** The subject of a signed token, or the owner's own key of the visitor. */
  readonly subject: string | null;
  /** The person of an earlier session whose token was shown. */
  readonly earlier: PersonId | null;
}

export interface NewSession {
  readonly id: SessionId;
  readonly deploymentId: DeploymentId;
  readonly deploymentRevisionId: DeploymentRevisionId;
  readonly versionId: VersionId;
  readonly decisionId: DecisionId;
  readonly kind: 'live' | 'test';
  readonly unitKey: string;
  readonly unitNamespace: 'visitor' | 'subject';
  /** Id of the person to make when there is none yet. */
  readonly newPersonId: PersonId;
  readonly person: SessionPerson;
  /** Trusted contact attributes to remember of the person. */
  readonly contact: AttributeMap;
  readonly tokenHash: string;
  readonly state: SessionState;
  readonly events: readonly SessionEvent[];
  readonly effects: readonly AnsweredEffect[];
  readonly evaluate: boolean;
  readonly lease: { readonly holder: string; readonly until: Date };
  readonly at: Date;
}

/** The visitor's way in, across workspaces because a visitor has none: a deployment's key or a session's token names it. */
export interface VisitStore {
  /** By the deployment's public key, as it stands now. */
  contextByKey(key: string): Promise<VisitContext | null>;
  contextById(workspaceId: string, deploymentId: string): Promise<VisitContext | null>;
  /** The unit's running visit. Writes nothing, but for a subject's first sign-in, which binds it to its bucket key for good. */
  findVisit(context: VisitContext, identity: UnitIdentity, at: Date): Promise<VisitRecord>;
  /** Inserts the decision; keeps its draw for the visit unless the visit has one already, and returns the draw now in force (another request may have been first). */
  recordDecision(workspaceId: string, decision: NewDecision): Promise<{ draw: RolloutDraw | null }>;
  /** The person of a session, for whoever holds its token; null for a wrong one. */
  personOfSession(workspaceId: string, session: { id: string; tokenHash: string }): Promise<PersonId | null>;
  /** One transaction: person, session, events, effects, the evaluation job when it ended at once, and the decision's link to it. */
  startSession(workspaceId: string, session: NewSession): Promise<void>;
  listDecisions(
    workspaceId: string,
    deploymentId: string,
    filter: { unitKey?: string } & PageRequest,
  ): Promise<Page<DecisionRecord>>;
  /** Newest remembered attributes, one per unit, for previews. */
  recentVisitors(
    workspaceId: string,
    deploymentId: string,
    limit: number,
  ): Promise<{ unitKey: string; attributes: Record<string, AttributeMap> }[]>;
}
