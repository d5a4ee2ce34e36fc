import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** Ids of rows made through the API, which the many are like. */
export interface Originals {
  readonly deploymentId: string;
  readonly flowId: string;
  readonly twinId: string;
  readonly userId: string;
}

/** How many rows each list holds. */
export const rowsPerList = 100_000;

/** An id that sorts by its number, as those of the server sort by their time. */
export function idOf(prefix: string, number: number | string): string {
  return `${prefix}_${String(number).padStart(12, '0')}`;
}

/** One of the 5,000 words that are in some sessions each. */
export function wordOf(number: number): string {
  return createHash('md5').update(String(number)).digest('hex').slice(0, 8);
}

const afterwards = [`SELECT merge_counters(${100 * rowsPerList})`, 'VACUUM ANALYZE'];

const id = (prefix: string, number = 'n') => `'${prefix}_' || lpad((${number})::text, 12, '0')`;
const oneOf = (...values: string[]) => `(ARRAY['${values.join("','")}'])[1 + n % ${values.length}]`;
const rows = `generate_series(1, ${rowsPerList}) AS n`;
/** Evenly over the last 90 days, the highest number last. */
const at = `now() - (${rowsPerList} - n) * interval '90 days' / ${rowsPerList}`;
/** Every other row belongs to the newest deployment, the rest to the 50 newest. */
const deployment = `CASE WHEN n % 2 = 0 THEN ${rowsPerList} ELSE ${rowsPerList} - n % 50 END`;
/** A word that every session has, one that only it has, and 20 of 5,000; those are `wordOf`. */
const said = `'order unique' || n || (
  SELECT string_agg(' ' || left(md5(((n * 31 + word * word * 7) % 5000)::text), 8), '')
  FROM generate_series(1, 20) AS word)`;

/** Fills every list with rows like those that the server writes, whose triggers count and index them. */
export async function fillLists(client: Client, originals: Originals): Promise<void> {
  for (const statement of ['BEGIN', ...statementsOf(originals), 'COMMIT', ...afterwards]) await client.query(statement);
}

function statementsOf({ deploymentId, flowId, twinId, userId }: Originals): string[] {
  const original = `(
    SELECT d.*, r.settings, v.id AS version_id, v.number AS version_number
    FROM deployment d JOIN deployment_revision r ON r.id = d.revision_id JOIN version v ON v.subject_id = d.subject_id
    WHERE d.id = '${deploymentId}') AS original`;
  return [
    `INSERT INTO flow
      SELECT ${id('flw')}, workspace_id, 'Flow ' || n, ${at}, now(), 1, draft_graph, now(), NULL
      FROM flow, ${rows} WHERE id = '${flowId}'`,
    `INSERT INTO twin
      SELECT ${id('twn')}, workspace_id, 'Twin ' || n, ${at}, now(), 1, draft_content, now(), NULL
      FROM twin, ${rows} WHERE id = '${twinId}'`,
    `INSERT INTO deployment
      SELECT ${id('dep')}, workspace_id, key || n, salt, subject_kind, subject_id, platform_kind,
        'Deployment ' || n, CASE WHEN n % 100 = 0 THEN 'inactive' ELSE status END, 1, ${id('rev')}, NULL, ${at}, now()
      FROM ${original}, ${rows}`,
    `INSERT INTO deployment_revision
      SELECT ${id('rev')}, workspace_id, ${id('dep')}, 1, now(), NULL, '{name}', settings FROM ${original}, ${rows}`,
    `INSERT INTO person
      SELECT ${id('per')}, workspace_id, 'Given' || n % 500 || ' Family' || n, 'person' || n || '@example.com',
        '{}', ${at}, ${at}
      FROM ${original}, ${rows}`,
    `INSERT INTO person_key
      SELECT workspace_id, 'subject', 'subject-' || n, 'subject', 'subject-' || n, ${id('per')}
      FROM ${original}, ${rows}`,
    `INSERT INTO rollout_decision
      SELECT ${id('dec')}, workspace_id, ${id('dep', deployment)}, 1, 'visitor', 'browser-' || n, true, 'SERVED',
        n % 10000, 100, 1, NULL, 1, ${at}, '{"page": {"path": "/pricing"}}'
      FROM ${original}, ${rows}`,
    `INSERT INTO session_event
      SELECT ${id('ses')}, seq, 1, ${at}, workspace_id,
        (ARRAY['sessionStarted', 'nodeEntered', 'message', 'message', 'sessionEnded'])[seq], NULL,
        CASE seq
          WHEN 2 THEN jsonb_build_object('nodeId', 'node' || n % 20, 'nodeType', 'ask')
          WHEN 3 THEN jsonb_build_object('from', 'agent', 'text', 'How can we help you?')
          WHEN 4 THEN jsonb_build_object('from', 'visitor', 'text', ${said})
          ELSE '{}' END
      FROM ${original}, ${rows}, generate_series(1, 5) AS seq`,
    `INSERT INTO session
      SELECT ${id('ses')}, workspace_id, ${id('dep', deployment)}, ${id('rev', deployment)}, version_id, version_number,
        ${id('dec')}, ${id('per')}, 'visitor', 'browser-' || n, 'live',
        CASE WHEN n % 1000 = 0 THEN 'video' ELSE 'chat' END, ${oneOf('en', 'en', 'en', 'en', 'de')}, 'hash', NULL,
        ${at}, ${at}, 'ended', ${oneOf('flowFinished', 'visitorLeft', 'inactivity')},
        ${oneOf('achieved', 'notAchieved', 'unjudged', 'tooShort')}
      FROM ${original}, ${rows}`,
    `INSERT INTO session_state SELECT id, workspace_id, 1, 2, ended_at, NULL, NULL, '{}' FROM session`,
    `INSERT INTO evaluation
      SELECT id, workspace_id, outcome, 'The flow said so.', 'flow', ended_at FROM session WHERE outcome IS NOT NULL`,
    `INSERT INTO audit_entry
      SELECT ${id('aud')}, workspace_id, ${at}, '{"kind": "system", "id": null, "name": "Parley"}',
        'deployment.changed', ${id('dep')}, '{name}'
      FROM ${original}, ${rows}`,
    `UPDATE member SET joined_at = now() - interval '1 year' WHERE user_id = '${userId}'`,
    `INSERT INTO session_read
      SELECT workspace_id, '${userId}', id, now() FROM session ORDER BY started_at DESC LIMIT ${rowsPerList / 20}`,
  ];
}
