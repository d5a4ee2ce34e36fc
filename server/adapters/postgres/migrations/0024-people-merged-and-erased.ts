import { sqlMigration } from './sql-migration.ts';

/** People whom owners merge and erase. */
export const peopleMergedAndErased = sqlMigration(`
  GRANT DELETE ON person_key TO parley_app;

  /* What one person did becomes another's, and the first is no more. Where both know something, the other's stays. */
  CREATE OR REPLACE FUNCTION join_person(p_from text, p_into text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE session SET person_id = p_into WHERE person_id = p_from;
    UPDATE person_key SET person_id = p_into WHERE person_id = p_from;
    UPDATE source SET person_id = p_into WHERE person_id = p_from;
    UPDATE fact SET person_id = p_into WHERE person_id = p_from;
    UPDATE person SET attributes = former.attributes || person.attributes,
      name = coalesce(person.name, former.name),
      email = coalesce(person.email, former.email),
      created_at = least(person.created_at, former.created_at),
      last_seen_at = greatest(person.last_seen_at, former.last_seen_at)
    FROM person former WHERE person.id = p_into AND former.id = p_from;
    DELETE FROM person WHERE id = p_from;
  END $$;
`);
