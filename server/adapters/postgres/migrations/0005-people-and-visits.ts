import { confine, id, immutable, sqlMigration } from './sql-migration.ts';

/**
 * A subject's key row names the bucket key it was bound to at its first sign-in. The partial unique index
 * lets one browser's key serve as the bucket key of one subject only. Every visit writes here, so there are few
 * foreign keys: each would have all visitors lock the same row of their workspace or deployment.
 */
export const peopleAndVisits = sqlMigration(`
  CREATE TABLE person (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    name text,
    email text,
    attributes jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
  );
  CREATE INDEX person_last_seen ON person (workspace_id, last_seen_at DESC, id DESC);
  ${confine('person', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE person_key (
    workspace_id ${id} NOT NULL,
    namespace text NOT NULL CHECK (namespace IN ('visitor', 'subject')),
    key ${id} NOT NULL,
    unit_namespace text NOT NULL CHECK (unit_namespace IN ('visitor', 'subject')),
    unit_key ${id} NOT NULL,
    person_id ${id} REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (workspace_id, namespace, key)
  );
  CREATE UNIQUE INDEX person_key_bound_browser ON person_key (workspace_id, unit_key)
    WHERE namespace = 'subject' AND unit_namespace = 'visitor';
  CREATE INDEX person_key_person ON person_key (person_id);
  ${confine('person_key', 'SELECT, INSERT, UPDATE')}

  CREATE TABLE rollout_decision (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    deployment_id ${id} NOT NULL REFERENCES deployment,
    deployment_revision integer NOT NULL,
    unit_namespace text NOT NULL,
    unit_key ${id} NOT NULL,
    serve boolean NOT NULL,
    reason text NOT NULL,
    bucket integer NOT NULL,
    percentage double precision NOT NULL,
    hash_version integer NOT NULL,
    group_name text,
    version_number integer,
    at timestamptz NOT NULL,
    attributes jsonb
  );
  CREATE INDEX rollout_decision_newest ON rollout_decision (deployment_id, at DESC, id DESC);
  CREATE INDEX rollout_decision_unit ON rollout_decision (deployment_id, unit_key, at DESC, id DESC);
  CREATE INDEX rollout_decision_remembered ON rollout_decision (at) WHERE attributes IS NOT NULL;
  ${confine('rollout_decision', 'SELECT, INSERT, DELETE')}
  ${immutable('rollout_decision', { column: 'attributes', emptied: 'NULL' })}

  CREATE TABLE visit (
    deployment_id ${id} NOT NULL,
    unit_namespace text NOT NULL,
    unit_key ${id} NOT NULL,
    workspace_id ${id} NOT NULL,
    ends_at timestamptz NOT NULL,
    bucket integer,
    percentage double precision,
    last_decision_id ${id} NOT NULL,
    PRIMARY KEY (deployment_id, unit_namespace, unit_key)
  );
  CREATE INDEX visit_ends_at ON visit (ends_at);
  ${confine('visit', 'SELECT, INSERT, UPDATE, DELETE')}
`);
