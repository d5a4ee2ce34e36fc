import type { FastifyInstance } from 'fastify';
import { visitEndpoints } from '../../contract/visit.ts';
import type { JsonValue } from '../../core/json.ts';
import { leaveSession } from '../sessions/end-session.ts';
import { openSession, visitorEventsAfter } from '../sessions/read-session.ts';
import { receiveMessage } from '../sessions/receive-message.ts';
import { stopReply } from '../sessions/stop-reply.ts';
import { takeAction } from '../sessions/take-action.ts';
import { askForVisit, startVisit } from '../sessions/visit-deployment.ts';
import type { HttpDeps } from './deps.ts';
import { browserAttributes } from './device-attributes.ts';
import { eventsAfter, visitorView } from './event-stream.ts';
import { mounter } from './mounter.ts';
import type { Limits } from './rate-limits.ts';

/** The visitor's way in and through a session. */
export function visitRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx, engine, streams } = deps;
  const mount = mounter(app, deps);
  const at = visitEndpoints;
  mount(
    at.decideVisit,
    ({ params, body, raw }) =>
      askForVisit(engine, { ...body, ...browserAttributes(raw.headers), key: params.key, origin: raw.headers.origin }),
    [limits.decisionsPerVisitor, limits.visitsPerDeployment],
  );
  mount(
    at.startSession,
    ({ params, body, raw }) =>
      startVisit(engine, { ...body, ...browserAttributes(raw.headers), key: params.key, origin: raw.headers.origin }),
    [limits.startsPerVisitor, limits.visitsPerDeployment],
  );
  mount(at.sendMessage, ({ params, body, token }) => receiveMessage(engine, { ...body, sessionId: params.id, token }), [
    limits.sessionCallsPerAddress,
    limits.messagesPerSession,
  ]);
  mount(
    at.takeAction,
    ({ params, body, token }) => takeAction(engine, { sessionId: params.id, token, actionId: body.actionId }),
    [limits.sessionCallsPerAddress, limits.messagesPerSession],
  );
  mount(
    at.readSession,
    async ({ params, token }) => {
      const session = await openSession(ctx, { sessionId: params.id, token });
      const { id, status, endReason = null, mode, language } = session.state;
      const version = { number: session.versionNumber };
      const events = (await visitorEventsAfter(ctx, session, 0)) as JsonValue[];
      return { session: { id, status, endReason, mode, language, version }, events };
    },
    [limits.sessionCallsPerAddress, limits.callsPerSession],
  );
  mount(
    at.streamEvents,
    async ({ params, query, token, raw, reply }) => {
      const session = await openSession(ctx, { sessionId: params.id, token });
      await streams.open(raw, reply, session, eventsAfter(raw, query.after), visitorView);
    },
    [limits.sessionCallsPerAddress, limits.streamsPerSession],
  );
  mount(
    at.stopAnswer,
    async ({ params, token }) => {
      await stopReply(engine, { sessionId: params.id, token });
      return {};
    },
    [limits.sessionCallsPerAddress, limits.callsPerSession],
  );
  mount(at.endSession, ({ params, token }) => leaveSession(engine, { sessionId: params.id, token }), [
    limits.sessionCallsPerAddress,
    limits.callsPerSession,
  ]);
}
