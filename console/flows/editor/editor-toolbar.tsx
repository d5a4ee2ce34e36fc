import { FlaskConical, Languages, List, Redo2, Search, TriangleAlert, Undo2, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { SaveState } from './draft/draft-saver.ts';
import { SaveNote } from './draft/save-note.tsx';
import { type EditorPanel, type EditorView, useEditorContext } from './editor-context.ts';

export interface EditorToolbarProps {
  view: EditorView;
  onView: (view: EditorView) => void;
  panel: EditorPanel;
  saveState: SaveState;
  onSettle: () => void;
  onSearch: () => void;
}

const views = [
  { id: 'canvas', label: 'Canvas', icon: Workflow },
  { id: 'outline', label: 'Outline', icon: List },
  { id: 'texts', label: 'Texts', icon: Languages },
] as const;

/** How the flow is shown, and what belongs to working on it. */
export function EditorToolbar({ view, onView, panel, saveState, onSettle, onSearch }: EditorToolbarProps) {
  const { editor, check, canEdit, showPanel } = useEditorContext();
  const { pastStates, futureStates } = useStore(editor.history);
  const count = check.problems?.length ?? 0;
  const toggle = (each: EditorPanel) => showPanel(panel === each ? 'none' : each);
  return (
    <div
      role="toolbar"
      aria-label="Editor"
      className="flex flex-wrap items-center gap-1 border-line border-y bg-surface px-3 py-1.5"
    >
      <fieldset aria-label="View" className="mr-2 flex rounded-lg bg-sunken p-0.5">
        {views.map(({ id, label, icon: Icon }) => (
          <button
            key={id}
            type="button"
            aria-pressed={view === id}
            onClick={() => onView(id)}
            className={classes(
              'flex h-7.5 items-center gap-1.5 rounded-md px-2.5 text-[0.8125rem]',
              view === id ? 'bg-surface font-medium shadow-card' : 'text-soft hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {label}
          </button>
        ))}
      </fieldset>
      {canEdit && (
        <>
          <Tool label="Undo" isDisabled={pastStates.length === 0} onClick={editor.undo}>
            <Undo2 aria-hidden />
          </Tool>
          <Tool label="Redo" isDisabled={futureStates.length === 0} onClick={editor.redo}>
            <Redo2 aria-hidden />
          </Tool>
        </>
      )}
      <Tool label="Search the flow" onClick={onSearch}>
        <Search aria-hidden />
      </Tool>
      <span className="ml-auto" />
      {canEdit && <SaveNote state={saveState} onSettle={onSettle} />}
      <Button
        size="small"
        look="quiet"
        aria-pressed={panel === 'problems'}
        className={classes('ml-2', count > 0 && 'text-bad!')}
        onClick={() => toggle('problems')}
      >
        <TriangleAlert aria-hidden />
        {count === 1 ? '1 problem' : `${count === 0 ? 'No' : count} problems`}
      </Button>
      <Button size="small" aria-pressed={panel === 'test'} onClick={() => toggle('test')}>
        <FlaskConical aria-hidden />
        Test
      </Button>
    </div>
  );
}

interface ToolProps {
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, isDisabled, onClick, children }: ToolProps) {
  return (
    <Tooltip content={label}>
      <Button look="quiet" size="icon" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
