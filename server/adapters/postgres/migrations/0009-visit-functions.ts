import { callableByApp, sqlMigration } from './sql-migration.ts';

/**
 * The visitor's way in. `visit_context` runs with the owner's rights, because a visitor has no workspace: the
 * deployment's public key names it. Everything after it names the workspace and is confined to it.
 */
export const visitFunctions = sqlMigration(`
  CREATE FUNCTION visit_context(p_key text, p_workspace_id text, p_id text)
  RETURNS TABLE (
    workspace_id text, deployment_id text, platform text, subject_kind text, subject_id text, salt text,
    revision integer, revision_id text, settings jsonb, identity_secret_sealed text,
    version_id text, version_number integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  #variable_conflict use_column
  DECLARE
    d deployment;
    s jsonb;
  BEGIN
    IF p_key IS NOT NULL THEN
      SELECT * INTO d FROM deployment WHERE key = p_key;
    ELSE
      SELECT * INTO d FROM deployment WHERE id = p_id AND workspace_id = p_workspace_id;
    END IF;
    IF d.id IS NULL THEN RETURN; END IF;
    SELECT settings INTO s FROM deployment_revision WHERE id = d.revision_id;
    IF s #>> '{versionPolicy,kind}' = 'pinned' THEN
      SELECT id, number INTO version_id, version_number FROM version
      WHERE subject_id = d.subject_id AND number = (s #>> '{versionPolicy,number}')::integer;
    ELSE
      SELECT id, number INTO version_id, version_number FROM version
      WHERE subject_id = d.subject_id ORDER BY number DESC LIMIT 1;
    END IF;
    SELECT w.identity_secret_sealed INTO identity_secret_sealed FROM workspace w WHERE w.id = d.workspace_id;
    workspace_id := d.workspace_id;
    deployment_id := d.id;
    platform := d.platform_kind;
    subject_kind := d.subject_kind;
    subject_id := d.subject_id;
    salt := d.salt;
    revision := d.revision;
    revision_id := d.revision_id;
    settings := s;
    RETURN NEXT;
  END $$;
  ${callableByApp('visit_context(text, text, text)')}

  /* A subject's first sign-in: it takes the browser's key as its bucket key unless another subject has it. */
  CREATE FUNCTION bind_subject(p_workspace_id text, p_key text, p_browser_key text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    bound boolean := false;
  BEGIN
    IF p_browser_key IS NOT NULL THEN
      INSERT INTO person_key (workspace_id, namespace, key, unit_namespace, unit_key)
      VALUES (p_workspace_id, 'subject', p_key, 'visitor', p_browser_key)
      ON CONFLICT DO NOTHING;
      bound := FOUND;
    END IF;
    IF NOT bound THEN
      INSERT INTO person_key (workspace_id, namespace, key, unit_namespace, unit_key)
      VALUES (p_workspace_id, 'subject', p_key, 'subject', p_key)
      ON CONFLICT DO NOTHING;
    END IF;
  END $$;

  CREATE FUNCTION find_visit(
    p_workspace_id text, p_deployment_id text, p_namespace text, p_key text, p_browser_key text, p_at timestamptz)
  RETURNS TABLE (
    unit_key text, unit_namespace text, bucket integer, percentage double precision,
    decision_id text, serve boolean, reason text, group_name text, version_number integer, revision integer)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE
    k person_key;
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    SELECT * INTO k FROM person_key WHERE workspace_id = p_workspace_id AND namespace = p_namespace AND key = p_key;
    IF k.key IS NULL AND p_namespace = 'subject' THEN
      PERFORM bind_subject(p_workspace_id, p_key, p_browser_key);
      SELECT * INTO k FROM person_key WHERE workspace_id = p_workspace_id AND namespace = p_namespace AND key = p_key;
    END IF;
    unit_key := coalesce(k.unit_key, p_key);
    unit_namespace := coalesce(k.unit_namespace, p_namespace);
    SELECT v.bucket, v.percentage, d.id, d.serve, d.reason, d.group_name, d.version_number, d.deployment_revision
      INTO bucket, percentage, decision_id, serve, reason, group_name, version_number, revision
    FROM visit v LEFT JOIN rollout_decision d ON d.id = v.last_decision_id
    WHERE v.deployment_id = p_deployment_id AND v.unit_namespace = coalesce(k.unit_namespace, p_namespace)
      AND v.unit_key = coalesce(k.unit_key, p_key) AND v.ends_at > p_at;
    RETURN NEXT;
  END $$;

  /*
   * A running visit keeps its draw and its end; the first draw of a visit that had none sets both.
   * Without p_ends_at the conversation does not begin with a visit and nothing is kept.
   */
  CREATE FUNCTION record_decision(
    p_workspace_id text, p_id text, p_deployment_id text, p_revision integer, p_unit_namespace text, p_unit_key text,
    p_serve boolean, p_reason text, p_bucket integer, p_percentage double precision, p_hash_version integer,
    p_group text, p_version integer, p_attributes jsonb, p_at timestamptz,
    p_draw_bucket integer, p_draw_percentage double precision, p_ends_at timestamptz)
  RETURNS TABLE (bucket integer, percentage double precision)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    INSERT INTO rollout_decision (
      id, workspace_id, deployment_id, deployment_revision, unit_namespace, unit_key,
      serve, reason, bucket, percentage, hash_version, group_name, version_number, at, attributes)
    VALUES (
      p_id, p_workspace_id, p_deployment_id, p_revision, p_unit_namespace, p_unit_key,
      p_serve, p_reason, p_bucket, p_percentage, p_hash_version, p_group, p_version, p_at, p_attributes);
    IF p_ends_at IS NULL THEN
      RETURN QUERY SELECT p_draw_bucket, p_draw_percentage;
      RETURN;
    END IF;
    RETURN QUERY
      INSERT INTO visit AS v (
        deployment_id, unit_namespace, unit_key, workspace_id, ends_at, bucket, percentage, last_decision_id)
      VALUES (
        p_deployment_id, p_unit_namespace, p_unit_key, p_workspace_id, p_ends_at,
        p_draw_bucket, p_draw_percentage, p_id)
      ON CONFLICT (deployment_id, unit_namespace, unit_key) DO UPDATE SET
        last_decision_id = excluded.last_decision_id,
        ends_at = CASE WHEN v.ends_at > p_at AND (v.bucket IS NOT NULL OR excluded.bucket IS NULL)
          THEN v.ends_at ELSE excluded.ends_at END,
        bucket = CASE WHEN v.ends_at > p_at THEN coalesce(v.bucket, excluded.bucket) ELSE excluded.bucket END,
        percentage = CASE WHEN v.ends_at > p_at AND v.bucket IS NOT NULL
          THEN v.percentage ELSE excluded.percentage END
      RETURNING v.bucket, v.percentage;
  END $$;
`);
