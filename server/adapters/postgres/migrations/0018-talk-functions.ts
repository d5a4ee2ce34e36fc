import { sqlMigration } from './sql-migration.ts';

/** What a twin needs to know before it answers, each in one round trip whose plan is kept. */
export const talkFunctions = sqlMigration(`
  CREATE FUNCTION talk_of(p_workspace_id text, p_session_id text, p_twin_id text, p_messages_at_most integer,
    p_facts_at_most integer)
  RETURNS TABLE (
    person_id text, at_beginning jsonb, settings_now jsonb, twin jsonb, recorded jsonb, messages jsonb, sources jsonb,
    facts jsonb)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    RETURN QUERY
    SELECT s.person_id::text, begun.settings, current.settings,
      v.content #> ARRAY['twins', p_twin_id], v.content -> 'sources',
      (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'type', e.type) || e.payload ORDER BY e.seq)
        FROM (
          SELECT * FROM session_event WHERE session_id = p_session_id AND type = 'message'
          ORDER BY seq DESC LIMIT p_messages_at_most) e),
      (SELECT jsonb_agg(jsonb_build_object(
          'sourceId', known.id, 'revision', known.revision, 'name', known.name, 'url', known.url,
          'characters', known.characters, 'personAccess', known.person_access))
        FROM source known
        WHERE known.workspace_id = p_workspace_id AND known.revision IS NOT NULL
          AND (known.person_id IS NULL OR known.person_id = s.person_id)),
      (SELECT jsonb_agg(learned.text ORDER BY learned.at, learned.id)
        FROM (
          SELECT f.id, f.text, f.at FROM fact f
          WHERE f.person_id = s.person_id AND (f.twin_id = p_twin_id OR w.shares_memory)
          ORDER BY f.at DESC, f.id DESC LIMIT p_facts_at_most) learned)
    FROM session s
    JOIN deployment d ON d.id = s.deployment_id
    JOIN deployment_revision begun ON begun.id = s.deployment_revision_id
    JOIN deployment_revision current ON current.id = d.revision_id
    JOIN version v ON v.id = s.version_id
    JOIN workspace w ON w.id = s.workspace_id
    WHERE s.workspace_id = p_workspace_id AND s.id = p_session_id;
  END $$;

  CREATE FUNCTION passages_at(p_workspace_id text, p_source_ids text[], p_revisions integer[], p_numbers integer[])
  RETURNS TABLE (source_id text, revision integer, number integer, headings text[], page integer, text text)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    RETURN QUERY
    SELECT p.source_id::text, p.revision, p.number, p.headings, p.page, p.text
    FROM unnest(p_source_ids, p_revisions, p_numbers) AS place (source_id, revision, number)
    JOIN passage p ON p.source_id = place.source_id AND p.revision = place.revision AND p.number = place.number
    WHERE p.workspace_id = p_workspace_id;
  END $$;
`);
