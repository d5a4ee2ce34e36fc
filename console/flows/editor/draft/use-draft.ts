import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FlowReply } from '../../../../contract/flows.ts';
import { connection } from '../../../api/connection.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { flowQuery } from '../../flow-queries.ts';
import { createEditor, type Editor } from '../editor-store.ts';
import { readDraft, saveDraft, savedDraft } from './draft-api.ts';
import { type DraftSaver, draftSaver, type SavedDraft, type SaveState } from './draft-saver.ts';
import { localDraft } from './local-drafts.ts';

export interface Draft {
  readonly editor: Editor;
  readonly saver: DraftSaver;
  readonly state: SaveState;
}

/** The draft of a flow under work: an editor on it, and a saver that follows. Work a lost page left behind is taken up. */
export function useDraft(flow: FlowReply): Draft {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>(() => ({ kind: 'saved', draft: savedDraft(flow) }));
  const [{ editor, saver }] = useState(() => open(queries, flow, setState));
  useEffect(() => {
    const leave = editor.store.subscribe(({ graph }) => saver.change(graph));
    saver.change(editor.graph());
    return () => {
      leave();
      void saver.flush();
      saver.stop();
    };
  }, [editor, saver]);
  useRefresh(editor, saver);
  return { editor, saver, state };
}

function open(queries: QueryClient, flow: FlowReply, setState: (state: SaveState) => void) {
  const local = localDraft(flow.id, localStorage);
  const server = savedDraft(flow);
  const kept = local.read();
  const saver = draftSaver({
    draft: kept?.base ?? server,
    save: (draft) => saveDraft(flow.id, draft),
    read: () => readDraft(flow.id),
    keep: (draft) => local.keep(draft),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    onState(state) {
      setState(state);
      if (state.kind === 'saved') remember(queries, flow.id, state.draft);
    },
  });
  return { editor: createEditor(kept?.graph ?? server.graph), saver };
}

/** Other pages need not ask again for what this one has just saved. */
function remember(queries: QueryClient, flowId: string, { revision, graph, updatedAt }: SavedDraft): void {
  queries.setQueryData(
    flowQuery(flowId).queryKey,
    (flow) => flow && { ...flow, draftRevision: revision, draft: { ...flow.draft, revision, graph, updatedAt } },
  );
}

/** Looks for others' changes when the author comes back to the page, and saves what waits when the connection does. */
function useRefresh(editor: Editor, saver: DraftSaver): void {
  useEffect(() => {
    const refresh = async () => {
      if (document.visibilityState === 'hidden') {
        await saver.flush();
        return;
      }
      const theirs = await saver.refresh();
      if (!theirs) return;
      editor.replace(theirs.graph);
      notifyDone(`The draft was changed by ${theirs.updatedBy ?? 'somebody else'}; you see it as it is now`);
    };
    const onVisibility = () => void refresh();
    const onConnection = () => {
      if (!connection.isLost() && saver.state().kind === 'offline') void saver.flush();
    };
    // The page may show what it knew from earlier; what is newer on the server takes its place before anybody works on it.
    void saver.refresh().then((theirs) => theirs && editor.replace(theirs.graph));
    const leave = connection.subscribe(onConnection);
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('focus', onVisibility);
    addEventListener('pagehide', onVisibility);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('focus', onVisibility);
      removeEventListener('pagehide', onVisibility);
    };
  }, [editor, saver]);
}
