import type { TalkRecord, TalkStore } from '../../ports/store/talk-store.ts';
import type { Database } from './database.ts';
import { type PassageRow, passagesAtValues, presentPlaced } from './passage-reader.ts';
import { passagesKept } from './passages-kept.ts';

interface Row {
  person_id: string | null;
  at_beginning: TalkRecord['atBeginning'];
  settings_now: TalkRecord['now'];
  twin: TalkRecord['twin'];
  recorded: TalkRecord['recorded'] | null;
  messages: TalkRecord['messages'] | null;
  sources: TalkRecord['sources'] | null;
  facts: TalkRecord['facts'] | null;
}

/** From the version it takes only what belongs to the twin: the graph may be large. */
export function talkStore(database: Database): TalkStore {
  return {
    async find({ workspaceId, sessionId, twinId, messagesAtMost, factsAtMost }) {
      const [row] = await database.call<Row>('talk_of', [workspaceId, sessionId, twinId, messagesAtMost, factsAtMost]);
      if (!row) return null;
      return {
        personId: row.person_id,
        atBeginning: row.at_beginning,
        now: row.settings_now,
        twin: row.twin,
        recorded: row.recorded ?? {},
        messages: row.messages ?? [],
        sources: row.sources ?? [],
        facts: row.facts ?? [],
      };
    },
    passagesAt: passagesKept(async (workspaceId, places) => {
      const rows = await database.call<PassageRow>('passages_at', passagesAtValues(workspaceId, places));
      return rows.map(presentPlaced);
    }),
  };
}
