import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { FlowReply } from '../../../contract/flows.ts';
import type { DraftSaver } from './draft/draft-saver.ts';
import type { Editor, EditorState } from './editor-store.ts';
import type { DraftCheck } from './problems/use-draft-check.ts';
import type { TestBench } from './test-run/use-test-bench.ts';

/** What the parts of the editor share. */
export interface EditorContext {
  readonly flow: FlowReply;
  readonly editor: Editor;
  readonly saver: DraftSaver;
  readonly check: DraftCheck;
  readonly bench: TestBench;
  /** Whether the member may change flows; everything is shown to those who may not, and nothing offered. */
  readonly canEdit: boolean;
  readonly showPanel: (panel: EditorPanel) => void;
}

export type EditorPanel = 'node' | 'test' | 'problems' | 'none';
export type EditorView = 'canvas' | 'outline' | 'texts';

export const EditorContext = createContext<EditorContext | null>(null);

export function useEditorContext(): EditorContext {
  const context = use(EditorContext);
  if (!context) throw new Error('this part belongs inside a flow editor');
  return context;
}

/** A part of what the editor shows; rendered again only when that part changes. */
export function useEditorState<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useEditorContext().editor.store, select);
}
