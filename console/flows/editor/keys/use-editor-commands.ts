import { FlaskConical, Languages, List, Plus, Redo2, Search, Undo2, WandSparkles, Workflow } from 'lucide-react';
import { type Command, useCommands } from '../../../shell/commands.ts';
import { type EditorView, useEditorContext } from '../editor-context.ts';
import { tidyGraph } from '../graph/tidy-graph.ts';

const group = 'This flow';

/** What the editor offers in the palette, and the keys that the list of shortcuts shows. */
export function useEditorCommands(open: {
  onView: (view: EditorView) => void;
  openSearch: () => void;
  openAddMenu: () => void;
}): void {
  const { editor, canEdit, showPanel } = useEditorContext();
  const own = (command: Omit<Command, 'group' | 'worksWhileTyping'>): Command => ({
    ...command,
    group,
    worksWhileTyping: false,
  });
  const reading = [
    own({ id: 'flowSearch', label: 'Search the flow', icon: Search, keys: 'mod+f', run: open.openSearch }),
    own({ id: 'flowTest', label: 'Test the draft', icon: FlaskConical, run: () => showPanel('test') }),
    own({ id: 'flowCanvas', label: 'Show the canvas', icon: Workflow, run: () => open.onView('canvas') }),
    own({ id: 'flowOutline', label: 'Show the outline', icon: List, run: () => open.onView('outline') }),
    own({ id: 'flowTexts', label: 'Texts and translations', icon: Languages, run: () => open.onView('texts') }),
  ];
  const writing = [
    own({ id: 'flowAdd', label: 'Add a node', icon: Plus, keys: 'a', run: open.openAddMenu }),
    own({ id: 'flowUndo', label: 'Undo', icon: Undo2, keys: 'mod+z', run: editor.undo }),
    own({ id: 'flowRedo', label: 'Redo', icon: Redo2, keys: 'mod+shift+z', run: editor.redo }),
    own({ id: 'flowTidy', label: 'Tidy up', icon: WandSparkles, run: () => editor.edit(tidyGraph) }),
  ];
  useCommands(canEdit ? [...reading, ...writing] : reading);
}
