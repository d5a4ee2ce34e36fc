import { useNavigate } from '@tanstack/react-router';
import { Download, History, Send, Upload } from 'lucide-react';
import { Suspense, useState } from 'react';
import { flowEndpoints } from '../../../contract/flows.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { api } from '../../api/api.ts';
import { messageOf } from '../../api/problem-message.ts';
import { useCommands } from '../../shell/commands.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify.ts';
import { FlowMenu } from '../flow-menu.tsx';
import { useEditorContext } from './editor-context.ts';
import { shortText } from './graph/summarize-node.ts';
import { exportFlow } from './transfer/export-flow.ts';

const PublishDialog = lazyPart(() => import('../versions/publish-dialog.tsx'), 'PublishDialog');
const VersionHistory = lazyPart(() => import('../versions/version-history.tsx'), 'VersionHistory');
const ImportDialog = lazyPart(() => import('./transfer/import-dialog.tsx'), 'ImportDialog');

type Open = { kind: 'none' | 'import' } | { kind: 'publish' | 'versions'; revision: number };

/** What is done with the flow as a whole: publishing, its versions, files. */
export function EditorActions() {
  const { flow, editor, saver, canEdit, showPanel } = useEditorContext();
  const canRepin = useCan('deployments:write');
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = () => setOpen({ kind: 'none' });

  /** Only what is saved can be published or compared. */
  const openSaved = async (kind: 'publish' | 'versions') => {
    const state = await saver.flush();
    if (state.kind === 'saved') setOpen({ kind, revision: state.draft.revision });
    else notifyFailed('The draft is not saved yet', 'Wait until it says Saved, or settle what is in the way.');
  };
  const nameOf = (nodeId: string) => {
    const node = editor.graph().nodes.find(({ id }) => id === nodeId);
    return node && shortText(node);
  };
  const publish = () => void openSaved('publish');
  const showVersions = () => void openSaved('versions');
  const exportNow = () => exportFlow(flow.name, editor.graph());
  const openImport = () => setOpen({ kind: 'import' });
  const restore = async (revision: number, number: number) => {
    try {
      await api.call(flowEndpoints.restoreVersion, { params: { id: flow.id }, body: { revision, number } });
      const restored = await saver.refresh();
      if (restored) editor.edit(() => restored.graph, { select: [] });
      close();
      notifyDone(`Version ${number} is the draft again`, { undo: editor.undo });
    } catch (error) {
      notifyFailed(`Version ${number} was not restored`, messageOf(error));
    }
  };
  const goTo = ({ nodeId, field }: ProblemItem) => {
    close();
    if (!nodeId) return showPanel('problems');
    editor.focusOn(nodeId, field);
    showPanel('node');
  };
  useCommands([
    ...(canEdit ? [{ id: 'publish', label: 'Publish', group: 'This flow', icon: Send, run: publish }] : []),
    { id: 'versions', label: 'Versions', group: 'This flow', icon: History, run: showVersions },
    { id: 'exportFlow', label: 'Export as a file', group: 'This flow', icon: Download, run: exportNow },
    ...(canEdit
      ? [{ id: 'importFlow', label: 'Import a file', group: 'This flow', icon: Upload, run: openImport }]
      : []),
  ]);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label="Export as a file"
        title="Export as a file"
        className="max-sm:hidden"
        onClick={exportNow}
      >
        <Download aria-hidden />
      </Button>
      {canEdit && (
        <Button
          look="quiet"
          size="icon"
          aria-label="Import a file"
          title="Import a file"
          className="max-sm:hidden"
          onClick={openImport}
        >
          <Upload aria-hidden />
        </Button>
      )}
      <Button onClick={showVersions}>
        <History aria-hidden />
        Versions
      </Button>
      {canEdit && (
        <>
          <Button look="main" onClick={publish}>
            <Send aria-hidden />
            Publish
          </Button>
          <FlowMenu flow={flow} onDeleted={() => void navigate({ to: '/flows' })} />
        </>
      )}
      <Suspense>
        {open.kind === 'publish' && (
          <PublishDialog flow={flow} revision={open.revision} nameOf={nameOf} onProblem={goTo} onClose={close} />
        )}
        {open.kind === 'versions' && (
          <VersionHistory
            flow={flow}
            draftRevision={open.revision}
            nameOf={nameOf}
            canRepin={canRepin}
            onRestore={canEdit ? (number) => void restore(open.revision, number) : undefined}
            onClose={close}
          />
        )}
        {open.kind === 'import' && (
          <ImportDialog
            onClose={close}
            onImport={(graph) => {
              editor.edit(() => graph, { select: [] });
              close();
              notifyDone('The file is the draft now', { undo: editor.undo });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
