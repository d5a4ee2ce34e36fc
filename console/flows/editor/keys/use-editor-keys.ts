import { type RefObject, useEffect } from 'react';
import { duplicateSelected, removeSelected } from '../editor-actions.ts';
import { type EditorContext, useEditorContext } from '../editor-context.ts';
import { focusedCard, isCovered, isForEditor, isInPanel } from './event-place.ts';

export interface EditorKeys {
  readonly openSearch: () => void;
  readonly openAddMenu: () => void;
  /** Whether keys without Ctrl or Command do something, which a person may switch off. */
  readonly hasSingleKeys: boolean;
}

/** The keys of the editor. Wherever somebody types, keys do what they do in any text. */
export function useEditorKeys(root: RefObject<HTMLElement | null>, keys: EditorKeys): void {
  const context = useEditorContext();
  const { openSearch, openAddMenu, hasSingleKeys } = keys;
  useEffect(() => {
    const table = keyTable(context, { openSearch, openAddMenu, hasSingleKeys });
    const onKeyDown = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const isSearch = name === 'mod+f' && !isCovered();
      const run = isSearch || isForEditor(root.current, event) ? table(name, event.target) : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [root, context, openSearch, openAddMenu, hasSingleKeys]);
}

type Actions = Readonly<Record<string, () => void>>;

/** What a key does, by its name and by where the focus is. */
function keyTable({ editor, canEdit, showPanel }: EditorContext, keys: EditorKeys) {
  const reading: Actions = {
    'mod+f': keys.openSearch,
    'mod+a': () => editor.select(editor.graph().nodes.map(({ id }) => id)),
  };
  const writing: Actions = {
    'mod+z': editor.undo,
    'mod+shift+z': editor.redo,
    'mod+y': editor.redo,
    'mod+d': () => duplicateSelected(editor),
  };
  const onFlow: Actions = { escape: () => editor.select([]) };
  const writingOnFlow: Actions = {
    delete: () => removeSelected(editor),
    backspace: () => removeSelected(editor),
    ...(keys.hasSingleKeys && { a: keys.openAddMenu }),
  };
  const everywhere = { ...reading, ...(canEdit && writing) };
  const outsidePanel = { ...everywhere, ...onFlow, ...(canEdit && writingOnFlow) };
  const open = (nodeId: string) => () => {
    editor.focusOn(nodeId, '');
    showPanel('node');
  };
  return (name: string, target: EventTarget | null): (() => void) | undefined => {
    const card = name === 'enter' ? focusedCard(target) : undefined;
    if (card !== undefined) return open(card);
    return (isInPanel(target) ? everywhere : outsidePanel)[name];
  };
}

function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  if (altKey) return '';
  const isMod = ctrlKey || metaKey;
  return `${isMod ? 'mod+' : ''}${isMod && shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
}
