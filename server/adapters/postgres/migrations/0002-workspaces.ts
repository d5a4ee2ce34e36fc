import { confine, id, sqlMigration } from './sql-migration.ts';

export const workspaces = sqlMigration(`
  CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;

  CREATE TABLE workspace (
    id ${id} PRIMARY KEY,
    name text NOT NULL,
    time_zone text NOT NULL,
    shares_memory boolean NOT NULL DEFAULT false,
    identity_secret_sealed text NOT NULL,
    created_at timestamptz NOT NULL
  );
  ${confine('workspace', 'SELECT, INSERT, UPDATE', 'id')}

  CREATE TABLE member (
    workspace_id ${id} NOT NULL REFERENCES workspace,
    user_id text NOT NULL REFERENCES auth_user ON DELETE CASCADE,
    role text NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, user_id)
  );
  CREATE INDEX member_user ON member (user_id);
  ${confine('member', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE invitation (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    token_hash ${id} NOT NULL UNIQUE,
    email text,
    role text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX invitation_newest ON invitation (workspace_id, created_at DESC, id DESC);
  ${confine('invitation', 'SELECT, INSERT, DELETE')}

  CREATE TABLE api_key (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name text NOT NULL,
    prefix text NOT NULL,
    key_hash ${id} NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
  );
  CREATE INDEX api_key_newest ON api_key (workspace_id, created_at DESC, id DESC);
  ${confine('api_key', 'SELECT, INSERT, DELETE')}

  CREATE TABLE secret (
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name ${id} NOT NULL,
    sealed text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, name)
  );
  ${confine('secret', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE audit_entry (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    at timestamptz NOT NULL,
    actor jsonb NOT NULL,
    action text NOT NULL,
    subject_id text,
    fields text[] NOT NULL
  );
  CREATE INDEX audit_entry_newest ON audit_entry (workspace_id, at DESC, id DESC);
  ${confine('audit_entry', 'SELECT, INSERT')}

  /* Without a status the request is still being answered. */
  CREATE TABLE idempotent_reply (
    workspace_id ${id} NOT NULL REFERENCES workspace,
    actor_id text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    at timestamptz NOT NULL,
    status integer,
    body text,
    PRIMARY KEY (workspace_id, actor_id, key)
  );
  CREATE INDEX idempotent_reply_at ON idempotent_reply (at);
  ${confine('idempotent_reply', 'SELECT, INSERT, UPDATE, DELETE')}
`);
