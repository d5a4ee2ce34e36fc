import { describe, expect, it } from 'vitest';
import type { Presentation } from '../../contract/visit.ts';
import type { Failure } from '../api/call.ts';
import { createVisitApi } from '../api/visit-api.ts';
import { judgeDecision, judgeRefusal, openVisit } from './open-visit.ts';

const presentation: Presentation = {
  title: 'Support',
  greeting: null,
  avatarUrl: null,
  accentColor: null,
  backgroundColor: null,
  launcherPosition: 'bottom-right',
  theme: 'system',
  languages: ['en'],
  modes: [{ mode: 'chat', available: true, why: null }],
  subject: 'flow',
};
const failure = (code: Failure['code']): Failure => ({ ok: false, code, detail: '', retryAfterMs: null });
const decided = (serve: boolean, reason: 'INACTIVE' | 'NO_VERSION' | 'NOT_IN_AUDIENCE' | 'NOT_IN_ROLLOUT' | 'SERVED') =>
  judgeDecision({ ok: true, value: { serve, reason, unitKey: 'u', presentation: serve ? presentation : null } });

describe('judgeDecision', () => {
  it('welcomes a visitor who is served', () =>
    expect(decided(true, 'SERVED')).toEqual({ kind: 'welcome', presentation }));
  it.each(['INACTIVE', 'NO_VERSION'] as const)('says that it is closed for %s', (reason) => {
    expect(decided(false, reason)).toEqual({ kind: 'notice', notice: 'inactive' });
  });
  it('does not tell audience from percentage', () => {
    expect(decided(false, 'NOT_IN_AUDIENCE')).toEqual(decided(false, 'NOT_IN_ROLLOUT'));
  });
  it.each([
    ['not_found', 'unknown'],
    ['identity_invalid', 'identity'],
    ['origin_refused', 'notServed'],
    ['unreachable', 'unreachable'],
    ['internal', 'unreachable'],
  ] as const)('shows %s as %s', (code, notice) =>
    expect(judgeDecision(failure(code))).toEqual({ kind: 'notice', notice }),
  );
});

describe('judgeRefusal', () => {
  it.each([
    ['not_served', { kind: 'notice', notice: 'notServed' }],
    ['not_found', { kind: 'notice', notice: 'unknown' }],
    ['rate_limited', { kind: 'failed', isBusy: true }],
    ['unreachable', { kind: 'failed', isBusy: false }],
  ] as const)('takes %s as %j', (code, starting) => expect(judgeRefusal(failure(code))).toEqual(starting));
});

describe('openVisit', () => {
  it('sends the page in attributes of lawful length, and no empty token', async () => {
    const bodies: unknown[] = [];
    const api = createVisitApi(async (_, init) => {
      bodies.push(JSON.parse(String(init?.body)));
      return new Response(null, { status: 404 });
    }, 'key');
    const page = { url: `https://a.example/?${'x'.repeat(3000)}`, title: '', referrer: '' };
    await openVisit(api, { unitKey: 'u', identityToken: null, page });
    expect(bodies).toEqual([{ unitKey: 'u', page: { ...page, url: page.url.slice(0, 2000) } }]);
  });
});
