import { getRouteApi } from '@tanstack/react-router';
import { type ComponentProps, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FlowReply } from '../../../contract/flows.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Page } from '../../shell/page.tsx';
import { useSingleKeys } from '../../shell/shortcuts.ts';
import { VersionBadge } from '../../versions/version-badge.tsx';
import { AddNodeMenu } from './canvas/add-node-menu.tsx';
import { useAddNode } from './canvas/use-add-node.ts';
import { useDraft } from './draft/use-draft.ts';
import { EditorActions } from './editor-actions-bar.tsx';
import { EditorContext, type EditorPanel, type EditorView } from './editor-context.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { useEditorClipboard } from './keys/use-editor-clipboard.ts';
import { useEditorCommands } from './keys/use-editor-commands.ts';
import { useEditorKeys } from './keys/use-editor-keys.ts';
import { FlowOutline } from './outline/flow-outline.tsx';
import { useDraftCheck } from './problems/use-draft-check.ts';
import { SearchPanel } from './search-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import { useTestBench } from './test-run/use-test-bench.ts';

const FlowCanvas = lazyPart(() => import('./canvas/flow-canvas.tsx'), 'FlowCanvas');
const TextsView = lazyPart(() => import('./translations/texts-view.tsx'), 'TextsView');
const ConflictDialog = lazyPart(() => import('./draft/conflict-dialog.tsx'), 'ConflictDialog');

const route = getRouteApi('/shell/flows/$flowId');

/** Everything about one flow's draft: drawing it, wording it, trying it, publishing it. */
export function FlowEditor({ flow }: { flow: FlowReply }) {
  const canEdit = useCan('flows:write');
  const { editor, saver, state } = useDraft(flow);
  const check = useDraftCheck(flow.id, editor);
  const bench = useTestBench(flow.id);
  const { view, panel, setView, showPanel } = usePlace();
  const context = useMemo(
    () => ({ flow, editor, saver, check, bench, canEdit, showPanel }),
    [flow, editor, saver, check, bench, canEdit, showPanel],
  );
  const [isSettling, setSettling] = useState(false);
  const isConflict = state.kind === 'conflict';
  useEffect(() => setSettling(isConflict), [isConflict]);
  const settle = (graph: FlowGraph) => {
    saver.resolve(graph);
    editor.edit(() => graph);
    setSettling(false);
  };
  return (
    <EditorContext value={context}>
      <Page
        title={flow.name}
        width="full"
        back={{ label: 'Flows', link: { to: '/flows' } }}
        badge={<VersionBadge newestVersion={flow.newestVersion} />}
        actions={<EditorActions />}
      >
        <Workspace
          view={view}
          panel={panel}
          toolbar={{ saveState: state, onView: setView, onSettle: () => setSettling(true) }}
        />
      </Page>
      <Suspense>
        {isConflict && isSettling && (
          <ConflictDialog conflict={state} onSettle={settle} onClose={() => setSettling(false)} />
        )}
      </Suspense>
    </EditorContext>
  );
}

interface WorkspaceProps {
  view: EditorView;
  panel: EditorPanel;
  toolbar: Pick<ComponentProps<typeof EditorToolbar>, 'saveState' | 'onView' | 'onSettle'>;
}

function Workspace({ view, panel, toolbar }: WorkspaceProps) {
  const root = useRef<HTMLDivElement>(null);
  const [overlay, setOverlay] = useState<'none' | 'search' | 'add'>('none');
  const openSearch = useCallback(() => setOverlay('search'), []);
  const openAddMenu = useCallback(() => setOverlay('add'), []);
  const close = useCallback(() => setOverlay('none'), []);
  const [hasSingleKeys] = useSingleKeys();
  const addNode = useAddNode();
  useEditorClipboard(root);
  useEditorKeys(root, { openSearch, openAddMenu, hasSingleKeys });
  useEditorCommands({ onView: toolbar.onView, openSearch, openAddMenu });
  return (
    <div ref={root} className="flex min-h-96 flex-1 flex-col">
      <EditorToolbar {...toolbar} view={view} panel={panel} onSearch={openSearch} />
      <div className="relative flex-1">
        <div className="absolute inset-0 flex">
          <section aria-label="Flow" className="relative min-w-0 flex-1">
            <Suspense>{viewOf(view)}</Suspense>
            {overlay === 'search' && <SearchPanel onClose={close} />}
          </section>
          {panel !== 'none' && <SidePanel panel={panel} />}
        </div>
      </div>
      {overlay === 'add' && (
        <AddNodeMenu
          onClose={close}
          onChoose={(type) => {
            close();
            addNode(type);
          }}
        />
      )}
    </div>
  );
}

function viewOf(view: EditorView) {
  if (view === 'outline') return <FlowOutline />;
  return view === 'texts' ? <TextsView /> : <FlowCanvas />;
}

/** Which view and which panel: in the address, so that a reload and a link show the same. */
function usePlace() {
  const { view = startView(), panel = 'none' } = route.useSearch();
  const navigate = route.useNavigate();
  const showPanel = useCallback(
    (next: EditorPanel) => void navigate({ search: (search) => ({ ...search, panel: next }), replace: true }),
    [navigate],
  );
  const setView = useCallback(
    (next: EditorView) => void navigate({ search: (search) => ({ ...search, view: next }), replace: true }),
    [navigate],
  );
  return { view, panel, setView, showPanel };
}

/** A canvas needs room. */
function startView(): EditorView {
  return matchMedia('(min-width: 48rem)').matches ? 'canvas' : 'outline';
}
