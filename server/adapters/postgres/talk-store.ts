import { sql } from 'kysely';
import type { EventOf } from '../../../core/session/session-event.ts';
import type { TalkReader, TalkRecord } from '../../ports/store/talk-store.ts';
import type { Confined } from './database.ts';

interface Row {
  person_id: string | null;
  at_beginning: TalkRecord['atBeginning'];
  now: TalkRecord['now'];
  twin: TalkRecord['twin'];
  recorded: TalkRecord['recorded'] | null;
  messages: EventOf<'message'>[] | null;
}

/** One statement, which takes from the version only what belongs to the twin: the graph may be large. */
export function talkReader({ db, workspaceId }: Confined): TalkReader {
  return {
    async find(sessionId, twinId, messagesAtMost) {
      const { rows } = await sql<Row>`
        SELECT s.person_id, begun.settings AS at_beginning, current.settings AS now,
          v.content #> ARRAY['twins', ${twinId}::text] AS twin, v.content -> 'sources' AS recorded,
          (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'type', e.type) || e.payload ORDER BY e.seq)
            FROM (SELECT * FROM session_event e WHERE e.session_id = s.id AND e.type = 'message'
              ORDER BY e.seq DESC LIMIT ${messagesAtMost}) e) AS messages
        FROM session s
        JOIN deployment d ON d.id = s.deployment_id
        JOIN deployment_revision begun ON begun.id = s.deployment_revision_id
        JOIN deployment_revision current ON current.id = d.revision_id
        JOIN version v ON v.id = s.version_id
        WHERE s.workspace_id = ${workspaceId} AND s.id = ${sessionId}`.execute(db);
      const [row] = rows;
      if (!row) return null;
      return {
        personId: row.person_id,
        atBeginning: row.at_beginning,
        now: row.now,
        twin: row.twin,
        recorded: row.recorded ?? {},
        messages: row.messages ?? [],
      };
    },
  };
}
