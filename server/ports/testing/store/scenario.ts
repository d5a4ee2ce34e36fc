import { emptyGraph, type FlowGraph } from '../../../../core/flow/graph.ts';
import type { DeploymentRevisionId, FlowId, SessionId, WorkspaceId } from '../../../../core/ids.ts';
import type { AnsweredEffect } from '../../../../core/session/effect.ts';
import type { SessionState } from '../../../../core/session/session.ts';
import type { SessionEvent } from '../../../../core/session/session-event.ts';
import type { Author } from '../../store/common.ts';
import type { DeploymentRecord, SettingsDocument } from '../../store/deployment-store.ts';

import type { Store } from '../../store/store.ts';
import type { VersionSummaryRecord } from '../../store/subject-store.ts';
import type { TurnCommit, TurnSession } from '../../store/turn-store.ts';
import type { NewDecision, NewSession, UnitIdentity, VisitContext } from '../../store/visit-store.ts';
import { sequentialIds } from '../sequential-ids.ts';

export const ids = sequentialIds();
export const author: Author = { kind: 'member', id: 'usr_1', name: 'Ada' };
export const noon = new Date('2026-03-01T12:00:00.000Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The instant so many milliseconds after noon. */
export function later(ms: number): Date {
  return new Date(noon.getTime() + ms);
}

export async function newWorkspace(store: Store, at = noon): Promise<WorkspaceId> {
  const id = ids.next('wsp');
  await store.access.createWorkspace({ id, name: `Workspace ${id}`, identitySecretSealed: `sealed ${id}`, at });
  return id;
}

export async function newFlow(
  store: Store,
  workspaceId: string,
  flow: { name?: string; graph?: FlowGraph; at?: Date } = {},
): Promise<FlowId> {
  const { name = 'Support', graph = emptyGraph(), at = noon } = flow;
  const id = ids.next('flw');
  await store.write(workspaceId, ({ flows }) => flows.create({ id, name, content: { graph }, at, by: author }));
  return id;
}

export function publish(store: Store, workspaceId: string, flowId: string): Promise<VersionSummaryRecord> {
  return store.write(workspaceId, async ({ flows }) => {
    const flow = await flows.lockDraft(flowId);
    const content = { graph: flow?.draft.graph ?? emptyGraph(), subflows: {} };
    return flows.publish({ id: ids.next('ver'), subjectId: flowId, content, note: null, at: noon, by: author });
  });
}

export function settings(change: Record<string, SettingsDocument[string]> = {}): SettingsDocument {
  return { name: 'Website', status: 'active', versionPolicy: { kind: 'latest' }, ...change };
}

export function newDeployment(
  store: Store,
  workspaceId: string,
  flowId: string,
  change: Record<string, SettingsDocument[string]> = {},
  nextStepAt: Date | null = null,
): Promise<DeploymentRecord> {
  const first = { id: revisionId(), settings: settings(change), changed: ['name'], at: noon, by: author };
  return store.write(workspaceId, ({ deployments }) =>
    deployments.create({
      id: ids.next('dep'),
      key: ids.secret(),
      salt: 'salt',
      subject: { kind: 'flow', id: flowId },
      platform: { kind: 'web' },
      first,
      nextStepAt,
    }),
  );
}

export function revisionId(): DeploymentRevisionId {
  return ids.next('rev');
}

/** A workspace with a published flow, deployed and active. */
export interface Deployed {
  readonly workspaceId: WorkspaceId;
  readonly flowId: FlowId;
  readonly version: VersionSummaryRecord;
  readonly deployment: DeploymentRecord;
}

export async function deployed(store: Store): Promise<Deployed> {
  const workspaceId = await newWorkspace(store);
  const flowId = await newFlow(store, workspaceId);
  const version = await publish(store, workspaceId, flowId);
  return { workspaceId, flowId, version, deployment: await newDeployment(store, workspaceId, flowId) };
}

/** What a decision at the deployment is made from. */
export async function contextOf(store: Store, { deployment }: Pick<Deployed, 'deployment'>): Promise<VisitContext> {
  const context = await store.visits.contextByKey(deployment.key);
  if (!context) throw new Error(`Deployment ${deployment.id} is not there.`);
  return context;
}

export const browser: UnitIdentity = { namespace: 'visitor', key: 'browser-1' };

export function signedIn(key: string, browserKey?: string): UnitIdentity {
  return { namespace: 'subject', key, browserKey };
}

export function served(deployment: DeploymentRecord, change: Partial<NewDecision> = {}): NewDecision {
  return {
    id: ids.next('dec'),
    deploymentId: deployment.id,
    revision: deployment.revision,
    unitKey: 'browser-1',
    unitNamespace: 'visitor',
    decision: { serve: true, reason: 'SERVED', bucket: 120, percentage: 50, version: 1 },
    attributes: { page: { path: '/pricing' } },
    at: noon,
    ...change,
  };
}

export function activeState(id: string, change: Partial<SessionState> = {}): SessionState {
  return {
    id,
    status: 'active',
    mode: 'chat',
    language: 'en',
    attributes: {},
    lastSeq: 1,
    position: null,
    pending: [],
    timeoutMs: 30 * minute,
    inactiveAt: later(30 * minute).toISOString(),
    shownActions: [],
    evaluated: false,
    ...change,
  };
}

export function started(at = noon): SessionEvent {
  return {
    type: 'sessionStarted',
    seq: 1,
    at: at.toISOString(),
    mode: 'chat',
    language: 'en',
    timeoutMs: 30 * minute,
    attributes: { page: { path: '/pricing' } },
  };
}

export function said(seq: number, text: string, clientMessageId?: string, at = noon): SessionEvent {
  return { type: 'message', seq, at: at.toISOString(), from: 'visitor', text, clientMessageId };
}

export function call(id: string): AnsweredEffect {
  const request = { method: 'GET', url: 'https://example.com/', headers: {} } as const;
  return { type: 'callHttp', id, nodeId: 'n1', ...request, timeoutMs: 1000, retries: 0 };
}

export function timer(id: string, delayMs: number): AnsweredEffect {
  return { type: 'scheduleTimer', id, delayMs };
}

export const nodeA = { holder: 'node-a', until: later(10_000) };

export function newSession({ deployment, version }: Deployed, change: Partial<NewSession> = {}): NewSession {
  const id = change.id ?? ids.next('ses');
  return {
    id,
    deploymentId: deployment.id,
    deploymentRevisionId: deployment.revisionId,
    versionId: version.id,
    decisionId: ids.next('dec'),
    kind: 'live',
    unitKey: 'browser-1',
    unitNamespace: 'visitor',
    newPersonId: ids.next('per'),
    person: { subject: null, earlier: null },
    contact: {},
    tokenHash: `hash of ${id}`,
    state: activeState(id),
    events: [started()],
    effects: [],
    evaluate: false,
    lease: nodeA,
    at: noon,
    ...change,
  };
}

/** Starts a session and loads it as a turn does. */
export async function startedSession(
  store: Store,
  place: Deployed,
  change: Partial<NewSession> = {},
): Promise<TurnSession> {
  const session = newSession(place, change);
  await store.visits.startSession(place.workspaceId, session);
  return loaded(store, session.id);
}

export async function loaded(store: Store, id: SessionId): Promise<TurnSession> {
  const session = await store.turns.load(id);
  if (!session) throw new Error(`Session ${id} is not there.`);
  return session;
}

export function turn(session: TurnSession, change: Partial<TurnCommit> = {}): TurnCommit {
  const { state = session.state, events = [] } = change;
  const lastSeq = events.at(-1)?.seq ?? state.lastSeq;
  const what = { session, state: { ...state, lastSeq }, events, effects: [], lease: nodeA, evaluate: false, at: noon };
  return { ...what, ...change, ...(change.state ? {} : { state: what.state }) };
}

export function endedState(session: TurnSession, change: Partial<SessionState> = {}): SessionState {
  return { ...session.state, status: 'ended', endReason: 'visitorLeft', inactiveAt: null, ...change };
}
