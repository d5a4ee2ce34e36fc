import type { BodyOf, ReplyOf } from '../../contract/endpoint.ts';
import type { visitEndpoints } from '../../contract/visit.ts';
import { call, type Result } from './call.ts';

type Endpoints = typeof visitEndpoints;
export type Decision = ReplyOf<Endpoints['decideVisit']>;

/** Calls for anyone who meets a deployment. */
export interface VisitApi {
  decide(body: BodyOf<Endpoints['decideVisit']>): Promise<Result<Decision>>;
  start(body: BodyOf<Endpoints['startSession']>): Promise<Result<ReplyOf<Endpoints['startSession']>>>;
}

export function createVisitApi(fetchFrom: typeof fetch, key: string): VisitApi {
  const deployment = `deployments/${encodeURIComponent(key)}`;
  return {
    decide: (body) => call(fetchFrom, { path: `${deployment}/decision`, body }),
    start: (body) => call(fetchFrom, { path: `${deployment}/sessions`, body }),
  };
}
