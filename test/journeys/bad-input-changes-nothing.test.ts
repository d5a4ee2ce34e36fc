import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../server/access/api-keys.ts';
import { ensureOwner } from '../../server/access/first-start.ts';
import { everythingStored } from '../harness/everything-stored.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { type CallOptions, httpClient, type Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
/** What the addresses below stand for. */
let names: Record<string, string>;
let before: Json;

beforeAll(async () => {
  parley = await startParley();
  const { owner, actor } = parley;
  const { ctx } = parley.parley;
  await ensureOwner(ctx, actor, { email: 'owner@example.com', password: 'correct horse battery' });
  const flow = await owner.publishedFlow(greetingGraph());
  const deployment = await owner.deploy(flow.id, { name: 'Shop', modes: ['chat', 'audio'] });
  const inactive = await owner.deploy(flow.id, { status: 'inactive' });
  await parley.visitor(inactive.key).decide({ unitKey: 'ann' });
  const session = await parley.visitor(deployment.key).start({ unitKey: 'ann' });
  const ended = await parley.visitor(deployment.key).start({ unitKey: 'bob' });
  await ended.end();
  const [member] = (await owner.must(200, 'GET', '/api/v1/members')).items;
  const reader = await createApiKey(ctx, actor, { name: 'reader', scopes: ['flows:write', 'sessions:read'] });
  names = {
    FLOW: flow.id,
    DEPLOYMENT: deployment.id,
    KEY: deployment.key,
    INACTIVE: inactive.key,
    SOURCE: (await owner.note('Prices', 'It costs ten euros.')).id,
    SESSION: session.id,
    ENDED: ended.id,
    MEMBER: member.userId,
    OWNER: parley.key,
    READER: reader.key,
    TOKEN: session.token,
    ENDED_TOKEN: ended.token,
  };
  before = await everythingStored(owner);
});
afterAll(() => parley.stop());

/** Words in capitals stand for ids, keys and tokens. */
type Case = [what: string, request: string, sent: Sent, answer: string, says?: RegExp];
interface Sent extends CallOptions {
  readonly body?: unknown;
}

const json = (text: string): Sent => ({ raw: text });
const body = (content: unknown): Sent => ({ body: content });
const headers = (named: Record<string, string>, content: unknown = { name: 'A flow' }): Sent => ({
  headers: named,
  body: content,
});
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const nodeOf = (change: object) => ({ id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {}, ...change });
const draft = (graph: object, revision: unknown = 2): Sent => body({ revision, graph });
const filters = (filter: object) => body({ audience: { groups: [{ name: 'A', filters: [filter] }] } });
const message = (content: object): Sent => body({ clientMessageId: 'one', ...content });

// biome-ignore format: one case a line
const ownerCases: Case[] = [
  ['JSON that ends early', 'POST /api/v1/flows', json('{"name": "A'), '400 invalid_request', /not JSON/],
  ['JSON that is no object', 'POST /api/v1/flows', json('"name"'), '400 invalid_request'],
  ['an empty body', 'POST /api/v1/flows', json(''), '400 invalid_request'],
  ['no body', 'POST /api/v1/flows', {}, '400 invalid_request', /the body is required/],
  ['a body that sets a prototype', 'POST /api/v1/flows', json('{"name": "A", "__proto__": {"a": 1}}'), '400 invalid_request'],
  ['a body that sets a constructor', 'POST /api/v1/flows', json('{"name": "A", "constructor": {"prototype": {}}}'), '400 invalid_request'],
  ['U+0000', 'POST /api/v1/flows', json('{"name": "A\\u0000"}'), '400 invalid_request', /U\+0000/],
  ['a lone surrogate', 'POST /api/v1/flows', json('{"name": "A\\ud800"}'), '400 invalid_request', /surrogate/],
  ['a lone surrogate in a field name', 'PUT /api/v1/flows/FLOW/draft', json('{"revision": 2, "graph": {"nodes": [], "edges": [], "\\udc00": 1}}'), '400 invalid_request', /surrogate/],
  ['a body nested 50,000 levels deep', 'PUT /api/v1/flows/FLOW/draft', json(`{"revision": 2, "graph": ${nested(50_000)}}`), '400 invalid_request', /levels deep/],
  ['plain text', 'POST /api/v1/flows', headers({ 'content-type': 'text/plain' }), '415 unsupported_media_type', /application\/json/],
  ['a form', 'POST /api/v1/flows', { raw: 'name=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, '415 unsupported_media_type'],
  ['no content type', 'POST /api/v1/flows', headers({ 'content-type': '' }), '415 unsupported_media_type'],
  ['a body of 1 MB', 'POST /api/v1/flows', body({ name: 'A'.repeat(1_000_000) }), '413 too_large', /64 kB/],
  ['an unknown field', 'POST /api/v1/flows', body({ name: 'A', colour: 'red' }), '400 invalid_request colour', /is not known here/],
  ['a name that is a number', 'POST /api/v1/flows', body({ name: 5 }), '400 invalid_request name', /must be text/],
  ['a name of white space', 'POST /api/v1/flows', body({ name: ' \t' }), '400 invalid_request name'],
  ['a name of 201 characters', 'POST /api/v1/flows', body({ name: 'A'.repeat(201) }), '400 invalid_request name', /200/],
  ['U+0000 in an address', 'GET /api/v1/flows/%00', {}, '400 invalid_request'],
  ['an address that is no UTF-8', 'GET /api/v1/flows/%E0%A4%A', {}, '400 invalid_request'],
  ['an id too long for any', `GET /api/v1/flows/${'A'.repeat(201)}`, {}, '400 invalid_request id'],
  ['an unknown parameter', 'GET /api/v1/flows?colour=red', {}, '400 invalid_request colour'],
  ['a parameter where there are none', 'GET /api/v1/workspace?colour=red', {}, '400 invalid_request colour'],
  ['a parameter given twice', 'GET /api/v1/flows?limit=1&limit=2', {}, '400 invalid_request limit'],
  ['a page of no items', 'GET /api/v1/flows?limit=0', {}, '400 invalid_request limit'],
  ['a page of 201 items', 'GET /api/v1/flows?limit=201', {}, '400 invalid_request limit', /200/],
  ['a page of words', 'GET /api/v1/flows?limit=all', {}, '400 invalid_request limit', /whole number/],
  ['a cursor of our own making', 'GET /api/v1/flows?cursor=nonsense', {}, '400 invalid_request cursor', /nextCursor/],
  ['a cursor of another kind of list', `GET /api/v1/flows?cursor=${cursor('1', 'A')}`, {}, '400 invalid_request cursor'],
  ['a cursor with an impossible date', `GET /api/v1/sessions?cursor=${cursor('2027-99-99T00:00:00.000Z', 'A')}`, {}, '400 invalid_request cursor'],
  ['a cursor with U+0000', `GET /api/v1/people?cursor=${cursor('2027-01-01T00:00:00.000Z', '\0')}`, {}, '400 invalid_request cursor'],
  ['an unknown address', 'GET /api/v1/nothing', {}, '404 not_found', /GET \/api\/v1\/nothing/],
  ['an unknown method', 'PUT /api/v1/flows', body({}), '405 method_not_allowed', /GET, POST/],
  ['an unknown method of one thing', 'POST /visit/v1/sessions/SESSION', body({}), '405 method_not_allowed', /GET/],
  ['an unknown id', 'GET /api/v1/flows/FLO', {}, '404 not_found'],
  ['an unknown version', 'GET /api/v1/flows/FLOW/versions/9', {}, '404 not_found'],
  ['a version that is no number', 'GET /api/v1/flows/FLOW/versions/latest', {}, '400 invalid_request number'],
  ['a version larger than a database counts', 'GET /api/v1/flows/FLOW/versions/4294967296', {}, '400 invalid_request number'],
  ['a difference of nothing', 'GET /api/v1/flows/FLOW/diff?from=1', {}, '400 invalid_request to'],
  ['a flow that is in use', 'DELETE /api/v1/flows/FLOW', {}, '409 in_use'],

  ['no key', 'GET /api/v1/flows', { token: '' }, '401 unauthenticated'],
  ['an unknown key', 'GET /api/v1/flows', { token: 'pk_unknown' }, '401 unauthenticated'],
  ["a visitor's token", 'GET /api/v1/flows', { token: 'TOKEN' }, '401 unauthenticated'],
  ['a key that may not read this', 'GET /api/v1/deployments', { token: 'READER' }, '403 scope_missing', /deployments:read/],
  ['a key that may only read this', 'POST /api/v1/sessions/SESSION/end', { token: 'READER' }, '403 scope_missing', /sessions:write/],
  ['a key without the scope and a body that is wrong too', 'POST /api/v1/deployments', { ...json('{'), token: 'READER' }, '403 scope_missing', /deployments:write/],

  ['a draft without a graph', 'PUT /api/v1/flows/FLOW/draft', body({ revision: 2 }), '400 invalid_request graph', /is required/],
  ['a draft of an earlier revision', 'PUT /api/v1/flows/FLOW/draft', draft(greetingGraph('mine'), 1), '409 draft_changed', /revision 2.*revision 1/],
  ['a draft of a later revision', 'PUT /api/v1/flows/FLOW/draft', draft(greetingGraph('mine'), 3), '409 draft_changed'],
  ['a revision as text', 'PUT /api/v1/flows/FLOW/draft', draft(greetingGraph(), '2'), '400 invalid_request revision'],
  ['half a revision', 'PUT /api/v1/flows/FLOW/draft', draft(greetingGraph(), 1.5), '400 invalid_request revision'],
  ['a revision beyond what is counted', 'PUT /api/v1/flows/FLOW/draft', draft(greetingGraph(), 2 ** 40), '400 invalid_request revision'],
  ['an unknown type of node', 'PUT /api/v1/flows/FLOW/draft', draft({ nodes: [nodeOf({ type: 'robot' })], edges: [] }), '400 invalid_request graph.nodes.0.type'],
  ['a node without a place', 'PUT /api/v1/flows/FLOW/draft', draft({ nodes: [nodeOf({ position: undefined })], edges: [] }), '400 invalid_request graph.nodes.0.position'],
  ['a node with more than a node has', 'PUT /api/v1/flows/FLOW/draft', draft({ nodes: [nodeOf({ selected: true })], edges: [] }), '400 invalid_request graph.nodes.0.selected'],
  ['an edge that goes nowhere', 'PUT /api/v1/flows/FLOW/draft', draft({ nodes: [], edges: [{ id: 'e', source: 'a' }] }), '400 invalid_request graph.edges.0.target'],
  ['a language that is none', 'PUT /api/v1/flows/FLOW/draft', draft({ nodes: [], edges: [], language: 'English' }), '400 invalid_request graph.language'],
  ['publishing a revision that is not there any more', 'POST /api/v1/flows/FLOW/versions', body({ revision: 1 }), '409 draft_changed'],
  ['publishing with an unknown field', 'POST /api/v1/flows/FLOW/versions', body({ notes: 'A' }), '400 invalid_request notes'],
  ['restoring a version that is not there', 'POST /api/v1/flows/FLOW/draft/restore', body({ revision: 2, number: 9 }), '404 not_found'],
  ['restoring into a draft that has changed', 'POST /api/v1/flows/FLOW/draft/restore', body({ revision: 1, number: 1 }), '409 draft_changed'],

  ['a deployment of nothing', 'POST /api/v1/deployments', body({ name: 'A', platform: { kind: 'web' } }), '400 invalid_request subject'],
  ['a deployment of a flow that is not there', 'POST /api/v1/deployments', deploying({ subject: { kind: 'flow', id: 'FLO' } }), '400 invalid_request subject.id'],
  ['a deployment of a twin that is not there', 'POST /api/v1/deployments', deploying({ subject: { kind: 'twin', id: 'TWN' } }), '400 invalid_request subject.id'],
  ['a deployment to nowhere', 'POST /api/v1/deployments', deploying({ platform: { kind: 'fax' } }), '400 invalid_request platform.kind'],
  ['a version that has not been published', 'POST /api/v1/deployments', deploying({ versionPolicy: { kind: 'pinned', number: 9 } }), '400 invalid_request versionPolicy.number'],
  ['no mode', 'POST /api/v1/deployments', deploying({ modes: [] }), '400 invalid_request modes'],
  ['a mode twice', 'POST /api/v1/deployments', deploying({ modes: ['chat', 'chat'] }), '400 invalid_request modes'],
  ['another subject', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ subject: { kind: 'flow', id: 'FLOW' } }), '400 invalid_request subject'],
  ['101 percent', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ rollout: { percentage: 101 } }), '400 invalid_request rollout.percentage'],
  ['less than none', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ rollout: { percentage: -0.01 } }), '400 invalid_request rollout.percentage'],
  ['a third', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ rollout: { percentage: 33.333 } }), '400 invalid_request rollout.percentage', /0\.01/],
  ['a percentage as text', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ rollout: { percentage: '50' } }), '400 invalid_request rollout.percentage'],
  ['a step at no real time', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ rollout: { schedule: [{ at: '2027-02-31', percentage: 5 }] } }), '400 invalid_request rollout.schedule.0.at'],
  ['an unknown operator', 'PATCH /api/v1/deployments/DEPLOYMENT', filters({ attribute: 'page.url', operator: 'like', value: 'a' }), '400 invalid_request audience.groups.0.filters.0.operator'],
  ['an operator without its value', 'PATCH /api/v1/deployments/DEPLOYMENT', filters({ attribute: 'page.url', operator: 'equals' }), '400 invalid_request'],
  ['an attribute of no namespace', 'PATCH /api/v1/deployments/DEPLOYMENT', filters({ attribute: 'url', operator: 'is_empty' }), '400 invalid_request audience.groups.0.filters.0.attribute'],
  ['a variable in an audience', 'PATCH /api/v1/deployments/DEPLOYMENT', filters({ attribute: 'var.a', operator: 'is_empty' }), '400 invalid_request audience.groups.0.filters.0.attribute'],
  ['a timeout of a second', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ timeouts: { chatMs: 1000 } }), '400 invalid_request timeouts.chatMs', /60000/],
  ['an unknown setting within a group', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ behavior: { mood: 'good' } }), '400 invalid_request behavior.mood'],
  ['a link that runs code', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ capabilities: { callsToAction: [{ id: 'a', label: 'A', url: 'javascript:alert(1)' }] } }), '400 invalid_request capabilities.callsToAction.0.url'],
  ['settings of an earlier revision', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ revision: 7, status: 'inactive' }), '409 revision_changed', /revision 1/],
  ['a body where there is none', 'POST /api/v1/sessions/SESSION/end', body({ reason: 'failed' }), '400 invalid_request reason'],
  ['a source that is not there', 'PATCH /api/v1/deployments/DEPLOYMENT', body({ sources: { src_none: 'mentioned' } }), '400 invalid_request', /src_none/],
  ['a revision that is not there', 'POST /api/v1/deployments/DEPLOYMENT/revisions/9/restore', {}, '404 not_found'],
  ['deleting by another name', 'DELETE /api/v1/deployments/DEPLOYMENT?confirmName=Shp', {}, '422 name_mismatch confirmName'],
  ['explaining nobody', 'POST /api/v1/deployments/DEPLOYMENT/explain', body({}), '400 invalid_request unitKey'],
  ['explaining somebody unprintable', 'POST /api/v1/deployments/DEPLOYMENT/explain', body({ unitKey: 'a\nb' }), '400 invalid_request unitKey'],
  ['previewing too much', 'POST /api/v1/deployments/DEPLOYMENT/preview', body({ rollout: { percentage: 200 } }), '400 invalid_request rollout.percentage'],
  ['a trusted session in a mode that is off', 'POST /api/v1/deployments/DEPLOYMENT/sessions', body({ unitKey: 'ann', mode: 'video' }), '422 mode_not_offered mode'],

  ['a note without words', 'POST /api/v1/sources/notes', body({ name: 'A', text: '' }), '400 invalid_request text'],
  ['a note with U+0000', 'POST /api/v1/sources/notes', json('{"name": "A", "text": "B\\u0000"}'), '400 invalid_request', /U\+0000/],
  ['a note of an unknown person', 'POST /api/v1/sources/notes', body({ name: 'A', text: 'B', personId: 'PER' }), '400 invalid_request personId'],
  ['no address', 'POST /api/v1/sources/urls', body({ urls: [] }), '400 invalid_request urls'],
  ['an address with a password', 'POST /api/v1/sources/urls', body({ urls: ['https://ann:secret@example.com/'] }), '400 invalid_request urls.0'],
  ['an address of another kind', 'POST /api/v1/sources/urls', body({ urls: ['file:///etc/passwd'] }), '400 invalid_request urls.0'],
  ['a file as JSON', 'POST /api/v1/sources/files?name=a.pdf', body({}), '415 unsupported_media_type', /octet-stream/],
  ['a file without a name', 'POST /api/v1/sources/files', headers({ 'content-type': 'application/octet-stream' }), '400 invalid_request name'],
  ['a file of nothing', 'POST /api/v1/sources/files?name=a.pdf', {}, '400 invalid_request', /a\.pdf is empty: it has 0 bytes/],
  ['an edit of an earlier text', 'PATCH /api/v1/sources/SOURCE', body({ text: 'B', revision: 2 }), '409 draft_changed', /revision 1.*revision 2/],
  ['an edit of no text', 'PATCH /api/v1/sources/SOURCE', body({ text: 'B' }), '400 invalid_request revision'],
  ['a hint for a note', 'PATCH /api/v1/sources/SOURCE', body({ hint: 'B' }), '400 invalid_request hint'],
  ['reading a note again', 'POST /api/v1/sources/SOURCE/reread', {}, '422 not_available'],
  ['passages of a page of words', 'GET /api/v1/sources/SOURCE/passages?limit=all', {}, '400 invalid_request limit'],
  ['sources of no status', 'GET /api/v1/sources?status=asleep', {}, '400 invalid_request status'],

  ['sessions of no status', 'GET /api/v1/sessions?status=asleep', {}, '400 invalid_request status'],
  ['sessions from no time', 'GET /api/v1/sessions?from=yesterday', {}, '400 invalid_request from', /2027-01-31T09:00:00Z/],
  ['a verdict on a session that runs', 'POST /api/v1/sessions/SESSION/verdict', body({ outcome: 'achieved' }), '409 conflict'],
  ['a verdict that is none', 'POST /api/v1/sessions/ENDED/verdict', body({ outcome: 'unjudged' }), '400 invalid_request outcome'],
  ['a time zone that is none', 'PATCH /api/v1/workspace', body({ timeZone: 'Vienna' }), '400 invalid_request timeZone'],
  ['an unknown role', 'POST /api/v1/invitations', body({ role: 'emperor' }), '400 invalid_request role'],
  ['a workspace without an owner', 'PATCH /api/v1/members/MEMBER', body({ role: 'viewer' }), '409 conflict', /at least one owner/],
  ['a workspace without an owner', 'DELETE /api/v1/members/MEMBER', {}, '409 conflict'],
  ['a key that may do nothing', 'POST /api/v1/api-keys', body({ name: 'A', scopes: [] }), '400 invalid_request scopes'],
  ['a key that may do the unknown', 'POST /api/v1/api-keys', body({ name: 'A', scopes: ['flows:fly'] }), '400 invalid_request scopes.0'],
  ['a secret with a small name', 'PUT /api/v1/secrets/token', body({ value: 'A' }), '400 invalid_request name'],
  ['a secret that is empty', 'PUT /api/v1/secrets/TKN', body({ value: '' }), '400 invalid_request value'],
  ['an invitation that is not there', 'POST /api/v1/invitations/accept', body({ token: 'inv_no', name: 'A', email: 'a@example.com', password: 'long enough' }), '410 link_used'],
  ['an Idempotency-Key with spaces', 'POST /api/v1/flows', headers({ 'idempotency-key': 'a b' }), '400 invalid_request Idempotency-Key'],
  ['an Idempotency-Key of 201 characters', 'POST /api/v1/flows', headers({ 'idempotency-key': 'a'.repeat(201) }), '400 invalid_request Idempotency-Key'],
];

// biome-ignore format: one case a line
const visitorCases: Case[] = [
  ['an unknown conversation', 'POST /visit/v1/deployments/no/decision', body({}), '404 not_found'],
  ['nobody', 'POST /visit/v1/deployments/KEY/decision', body({ unitKey: '' }), '400 invalid_request unitKey'],
  ['somebody unprintable', 'POST /visit/v1/deployments/KEY/decision', body({ unitKey: 'a\u0007' }), '400 invalid_request unitKey'],
  ['somebody with a long name', 'POST /visit/v1/deployments/KEY/decision', body({ unitKey: 'a'.repeat(201) }), '400 invalid_request unitKey', /200/],
  ['an attribute nobody can target', 'POST /visit/v1/deployments/KEY/decision', body({ page: { url: { deep: 1 } } }), '400 invalid_request page.url'],
  ['claims to be trusted', 'POST /visit/v1/deployments/KEY/decision', body({ contact: { email: 'a@example.com' } }), '400 invalid_request contact'],
  ['an identity nobody signed', 'POST /visit/v1/deployments/KEY/decision', body({ identityToken: 'a.b.c' }), '401 identity_invalid identityToken'],
  ['a start without a mode', 'POST /visit/v1/deployments/KEY/sessions', body({ consent: true }), '400 invalid_request mode'],
  ['a start without consent', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'chat' }), '422 consent_required consent'],
  ['a start against consent', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'chat', consent: false }), '422 consent_required consent'],
  ['consent as text', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'chat', consent: 'true' }), '400 invalid_request consent'],
  ['a mode that is off', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'video', consent: true }), '422 mode_not_offered mode', /chat/],
  ['a mode that cannot run yet', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'audio', consent: true }), '422 mode_not_offered mode', /not available yet/],
  ['a mode that is none', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'smell', consent: true }), '400 invalid_request mode'],
  ['a language that is none', 'POST /visit/v1/deployments/KEY/sessions', body({ mode: 'chat', consent: true, language: '!' }), '400 invalid_request language'],
  ['a deployment that is off', 'POST /visit/v1/deployments/INACTIVE/sessions', body({ unitKey: 'ann', mode: 'chat', consent: true }), '403 not_served'],

  ['no token', 'GET /visit/v1/sessions/SESSION', { token: '' }, '401 unauthenticated'],
  ["another session's token", 'GET /visit/v1/sessions/SESSION', { token: 'ENDED_TOKEN' }, '401 unauthenticated'],
  ["another session's token for a stream", 'GET /visit/v1/sessions/SESSION/events', { token: 'ENDED_TOKEN' }, '401 unauthenticated'],
  ["another session's token for a message", 'POST /visit/v1/sessions/SESSION/messages', { ...message({ text: 'Hi' }), token: 'ENDED_TOKEN' }, '401 unauthenticated'],
  ["another session's token for the end", 'POST /visit/v1/sessions/SESSION/end', { token: 'ENDED_TOKEN' }, '401 unauthenticated'],
  ['a token in the address', 'GET /visit/v1/sessions/SESSION/events?token=TOKEN', {}, '400 invalid_request token'],
  ['a session that is not there', 'GET /visit/v1/sessions/ses_no', {}, '401 unauthenticated'],
  ['a stream from before the start', 'GET /visit/v1/sessions/SESSION/events?after=-1', {}, '400 invalid_request after'],
  ['a message of nothing', 'POST /visit/v1/sessions/SESSION/messages', message({}), '400 invalid_request', /exactly one/],
  ['a message of two things', 'POST /visit/v1/sessions/SESSION/messages', message({ text: 'a', choice: 'b' }), '400 invalid_request', /exactly one/],
  ['an empty message', 'POST /visit/v1/sessions/SESSION/messages', message({ text: '' }), '400 invalid_request text'],
  ['a message too long', 'POST /visit/v1/sessions/SESSION/messages', message({ text: 'a'.repeat(16_001) }), '400 invalid_request text', /16000/],
  ['a message of 1 MB', 'POST /visit/v1/sessions/SESSION/messages', message({ text: 'a'.repeat(1_000_000) }), '413 too_large'],
  ['a message of 1 MB as a value', 'POST /visit/v1/sessions/SESSION/messages', message({ value: ['a'.repeat(1_000_000)] }), '413 too_large'],
  ['a message with U+0000', 'POST /visit/v1/sessions/SESSION/messages', json('{"clientMessageId": "one", "text": "a\\u0000"}'), '400 invalid_request'],
  ['a message with a lone surrogate', 'POST /visit/v1/sessions/SESSION/messages', json('{"clientMessageId": "one", "value": {"a": "\\ud83d"}}'), '400 invalid_request'],
  ['a value nested too deep', 'POST /visit/v1/sessions/SESSION/messages', json(`{"clientMessageId": "one", "value": ${nested(20_000)}}`), '400 invalid_request'],
  ['a message that is a number', 'POST /visit/v1/sessions/SESSION/messages', message({ text: 5 }), '400 invalid_request text'],
  ['a message nobody can repeat', 'POST /visit/v1/sessions/SESSION/messages', body({ text: 'a' }), '400 invalid_request clientMessageId'],
  ['a message from somebody else', 'POST /visit/v1/sessions/SESSION/messages', message({ text: 'a', from: 'agent' }), '400 invalid_request from'],
  ['a message after the end', 'POST /visit/v1/sessions/ENDED/messages', { ...message({ text: 'a' }), token: 'ENDED_TOKEN' }, '409 session_ended'],
  ['an action that was not shown', 'POST /visit/v1/sessions/SESSION/actions', body({ actionId: 'a' }), '400 invalid_request actionId'],
  ['an action after the end', 'POST /visit/v1/sessions/ENDED/actions', { ...body({ actionId: 'a' }), token: 'ENDED_TOKEN' }, '409 session_ended'],
  ['a page of no conversation', 'GET /d/KEY/smell', { token: '' }, '404 not_found'],
];

function deploying(change: object): Sent {
  return body({ name: 'A', subject: { kind: 'flow', id: 'FLOW' }, platform: { kind: 'web' }, ...change });
}

function cursor(...place: string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const filled = (text: string) => text.replace(/\b[A-Z_]{3,}\b/g, (word) => names[word] ?? word);

async function expectRefusal([, request, sent, expected, says]: Case, usualToken: string): Promise<void> {
  const [method = '', path = ''] = filled(request).split(' ');
  const { body: content, raw, headers: sentHeaders, token = usualToken } = sent;
  const call = httpClient(parley.url, token === '' ? undefined : filled(token));
  const document = content === undefined ? undefined : JSON.parse(filled(JSON.stringify(content)));
  const answer = await call(method, path, document, { raw, headers: sentHeaders });

  const [status, code, field] = expected.split(' ');
  expect(`${answer.status} ${answer.body.code}`).toBe(`${status} ${code}`);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    status: Number(status),
    title: expect.stringMatching(/\S/),
    detail: expect.stringMatching(/\S/),
    requestId: answer.headers.get('x-request-id'),
  });
  const fields = answer.body.problems?.map((problem: Json) => problem.field) ?? [];
  if (field !== undefined) expect(fields).toContain(field);
  if (says) expect(`${answer.body.detail} ${JSON.stringify(answer.body.problems)}`).toMatch(says);
}

describe.each([
  ['an owner', 'OWNER', ownerCases],
  ['a visitor', 'TOKEN', visitorCases],
] as const)('what %s sends that is wrong is refused', (_who, usualToken, cases) => {
  test.each(cases)('%s: %s', async (...bad) => {
    await expectRefusal(bad, usualToken);
    expect(await everythingStored(parley.owner)).toEqual(before);
  });
});
