import { callableByApp, sqlMigration } from './sql-migration.ts';

/**
 * How passages are found by their vectors where the server has pgvector. Its table is made by `prepareVectorIndex`, at a
 * start, as the extension may come later than the schema; until then there is none, and these functions say so.
 */
export const vectorIndex = sqlMigration(`
  CREATE FUNCTION has_vector_index() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('passage_vector') AND attname = 'embedding' AND NOT attisdropped)
  $$;

  /*
   * An index holds vectors of one length: each of the first twenty lengths that come gets one. Others, and those beyond
   * 4,000 values, are compared one by one.
   */
  CREATE FUNCTION index_vectors_of(p_dimensions integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF p_dimensions > 4000 OR to_regclass(format('passage_vector_near_%s', p_dimensions)) IS NOT NULL
      OR (SELECT count(*) >= 20 FROM pg_indexes WHERE indexname LIKE 'passage_vector_near_%') THEN
      RETURN;
    END IF;
    EXECUTE format(
      'CREATE INDEX IF NOT EXISTS passage_vector_near_%1$s ON passage_vector
       USING hnsw ((embedding::halfvec(%1$s)) halfvec_cosine_ops) WHERE dimensions = %1$s', p_dimensions);
  END $$;
  ${callableByApp('index_vectors_of(integer)')}

  /*
   * The nearest passages of these texts, nearest first; one row of nulls where there is no index to ask. Few passages
   * are compared one by one and exactly; of many, the index finds nearly the same.
   */
  CREATE FUNCTION near_passages(
    p_workspace_id text, p_model text, p_places text[], p_question text, p_dimensions integer, p_at_most integer)
  RETURNS TABLE (source_id text, revision integer, number integer)
  LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT has_vector_index() THEN
      RETURN QUERY SELECT NULL::text, NULL::integer, NULL::integer;
      RETURN;
    END IF;
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    /* The index goes on looking until enough of what it finds belongs to these texts. */
    PERFORM set_config('hnsw.iterative_scan', 'strict_order', true);
    RETURN QUERY EXECUTE format(
      'SELECT v.source_id::text, v.revision, v.number FROM passage_vector v
       WHERE v.workspace_id = $1 AND v.model = $2 AND v.place = ANY ($3) AND v.dimensions = %1$s
       ORDER BY v.embedding::halfvec(%1$s) <=> $4::halfvec(%1$s) LIMIT $5', p_dimensions)
      USING p_workspace_id, p_model, p_places, p_question, p_at_most;
  END $$;
`);
