import type { ColumnType, Generated } from 'kysely';
import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import type { AttributeMap } from '../../../core/rollout/attributes.ts';
import type { RolloutDecision } from '../../../core/rollout/rollout-decision.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { EndReason, Mode } from '../../../core/session/session-event.ts';
import type { ModelProvider } from '../../../core/twin/model-provider.ts';
import type { TwinContent } from '../../../core/twin/twin.ts';
import type { Author } from '../../ports/store/common.ts';
import type { SettingsDocument } from '../../ports/store/deployment-store.ts';
import type { ModelRole } from '../../ports/store/model-store.ts';
import type { SessionSummaryRecord } from '../../ports/store/session-store.ts';
import type { SubjectKind } from '../../ports/store/subject-store.ts';
import type { Role } from '../../ports/store/workspace-store.ts';

/** A document column: read parsed, written as JSON text, because the driver would take a list for a PostgreSQL array. */
type Json<Value> = ColumnType<Value, string, string>;
type Evaluation = NonNullable<SessionSummaryRecord['evaluation']>;

/** The tables as the query builder sees them; made by `migrations/`. Ids are plain text here and take their brand where a row becomes a record. */
export interface Tables {
  auth_user: { id: string; name: string; email: string };
  workspace: {
    id: string;
    name: string;
    time_zone: string;
    shares_memory: Generated<boolean>;
    identity_secret_sealed: string;
    created_at: Date;
  };
  member: { workspace_id: string; user_id: string; role: Role; joined_at: Date };
  invitation: {
    id: string;
    workspace_id: string;
    token_hash: string;
    email: string | null;
    role: Role;
    created_at: Date;
    expires_at: Date;
    used_at: Generated<Date | null>;
  };
  api_key: {
    id: string;
    workspace_id: string;
    name: string;
    prefix: string;
    key_hash: string;
    scopes: string[];
    created_at: Date;
    last_used_at: Generated<Date | null>;
  };
  secret: { workspace_id: string; name: string; sealed: string; updated_at: Date };
  workspace_model: {
    workspace_id: string;
    role: ModelRole;
    provider: ModelProvider;
    model: string;
    base_url: string | null;
    sealed_key: string | null;
  };
  audit_entry: {
    id: string;
    workspace_id: string;
    at: Date;
    actor: Json<Author>;
    action: string;
    subject_id: string | null;
    fields: string[];
  };
  idempotent_reply: {
    workspace_id: string;
    actor_id: string;
    key: string;
    request_hash: string;
    at: Date;
    status: number | null;
    body: string | null;
  };
  flow: {
    id: string;
    workspace_id: string;
    name: string;
    created_at: Date;
    updated_at: Date;
    draft_revision: number;
    draft_graph: Json<FlowGraph>;
    draft_updated_at: Date;
    draft_updated_by: Json<Author | null>;
  };
  twin: {
    id: string;
    workspace_id: string;
    name: string;
    created_at: Date;
    updated_at: Date;
    draft_revision: number;
    draft_content: Json<TwinContent>;
    draft_updated_at: Date;
    draft_updated_by: Json<Author | null>;
  };
  version: {
    id: string;
    workspace_id: string;
    subject_kind: SubjectKind;
    subject_id: string;
    number: number;
    name: string;
    note: string | null;
    content: Json<FlowVersionContent>;
    created_at: Date;
    created_by: Json<Author | null>;
  };
  deployment: {
    id: string;
    workspace_id: string;
    key: string;
    salt: string;
    subject_kind: SubjectKind;
    subject_id: string;
    platform_kind: 'web' | 'intercom' | 'api';
    name: string;
    /** The name as it is sorted: its beginning, in lower case. */
    sort_name: ColumnType<string, never, never>;
    status: 'active' | 'inactive';
    revision: number;
    revision_id: string;
    next_step_at: Date | null;
    created_at: Date;
    updated_at: Date;
  };
  deployment_revision: {
    id: string;
    workspace_id: string;
    deployment_id: string;
    revision: number;
    at: Date;
    by: Json<Author | null>;
    changed: string[];
    settings: Json<SettingsDocument>;
  };
  person: {
    id: string;
    workspace_id: string;
    name: string | null;
    email: string | null;
    attributes: Json<AttributeMap>;
    created_at: Date;
    last_seen_at: Date;
  };
  person_key: {
    workspace_id: string;
    namespace: 'visitor' | 'subject';
    key: string;
    unit_namespace: 'visitor' | 'subject';
    unit_key: string;
    person_id: string | null;
  };
  fact: {
    id: string;
    workspace_id: string;
    person_id: string;
    twin_id: string;
    session_id: string;
    seq: number;
    text: string;
    at: Date;
  };
  rollout_decision: {
    id: string;
    workspace_id: string;
    deployment_id: string;
    deployment_revision: number;
    unit_namespace: 'visitor' | 'subject';
    unit_key: string;
    serve: boolean;
    reason: RolloutDecision['reason'];
    bucket: number;
    percentage: number;
    hash_version: number;
    group_name: string | null;
    version_number: number | null;
    at: Date;
    attributes: Json<Record<string, AttributeMap> | null>;
  };
  visit: { deployment_id: string; workspace_id: string };
  session: {
    id: string;
    workspace_id: string;
    deployment_id: string;
    deployment_revision_id: string;
    version_id: string;
    version_number: number;
    decision_id: string | null;
    person_id: string | null;
    unit_namespace: 'visitor' | 'subject';
    unit_key: string;
    kind: 'live' | 'test';
    mode: Mode;
    language: string;
    started_at: Date;
    ended_at: Date | null;
    status: 'active' | 'ended';
    end_reason: EndReason | null;
    outcome: string | null;
  };
  session_state: {
    session_id: string;
    workspace_id: string;
    message_count: number;
    last_event_at: Date;
    state: Json<SessionState>;
  };
  session_event: {
    session_id: string;
    seq: number;
    at: Date;
    workspace_id: string;
    type: string;
    payload: Json<Record<string, unknown>>;
  };
  effect: { session_id: string; workspace_id: string };
  evaluation: {
    session_id: string;
    workspace_id: string;
    outcome: Evaluation['outcome'];
    reason: string;
    judged_by: Evaluation['by'];
    at: Date;
  };
  session_read: { workspace_id: string; user_id: string; session_id: string; at: Date };
  session_search: { session_id: string; workspace_id: string };
  /** A view of `session_search` whose words an index can find. */
  session_words: { id: string; words: string };
  /** A view of people with a name or an email address. */
  known_person: { id: string; words: string };
  /** Views of what has a name, by whose words an index finds it. */
  named_flow: { id: string; words: string };
  named_twin: { id: string; words: string };
  named_deployment: { id: string; words: string };
  session_rollup: {
    deployment_id: string;
    workspace_id: string;
    hour: Date;
    started: number;
    achieved: number;
    not_achieved: number;
    unclear: number;
  };
  node_rollup: { deployment_id: string; workspace_id: string };
  file: {
    id: string;
    workspace_id: string;
    name: string;
    media_type: string;
    size_bytes: ColumnType<string, number, number>;
    sha256: string;
    created_at: Date;
  };
  source: {
    id: string;
    workspace_id: string;
    name: string;
    kind: 'file' | 'note' | 'url';
    status: 'waiting' | 'reading' | 'ready' | 'failed';
    progress: number;
    error: string | null;
    attempts: number;
    retry_at: ColumnType<Date | null, undefined, Date | null>;
    revision: number | null;
    passages: number;
    characters: number;
    file_id: string | null;
    size_bytes: ColumnType<string | null, number | null, never>;
    media_type: string | null;
    url: string | null;
    hint: string | null;
    person_id: string | null;
    person_access: 'mentioned' | 'internal' | null;
    created_at: Date;
    updated_at: Date;
  };
  /** A view of sources whose names an index can search. */
  named_source: { id: string; words: string };
  source_revision: {
    source_id: string;
    revision: number;
    workspace_id: string;
    text: string;
    created_at: Date;
    created_by: Json<Author | null>;
  };
  passage: {
    source_id: string;
    revision: number;
    number: number;
    workspace_id: string;
    headings: string[];
    page: number | null;
    text: string;
  };
  source_index: { source_id: string; revision: number; workspace_id: string; bytes: Buffer; format: number };
  source_vectors: { source_id: string; revision: number; model: string; workspace_id: string; bytes: Buffer };
  file_chunk: { file_id: string; number: number; workspace_id: string; bytes: Uint8Array };
}
