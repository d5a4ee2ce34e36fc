import { type RefObject, useEffect } from 'react';
import { copySelected, duplicateSelected, paste, removeSelected } from './editor-actions.ts';
import { useEditorContext } from './editor-context.ts';
import { readFragment } from './graph/clipboard.ts';

export interface EditorKeys {
  readonly openSearch: () => void;
  readonly openAddMenu: () => void;
  /** Whether keys without Ctrl or Command do something, which a person may switch off. */
  readonly hasSingleKeys: boolean;
}

/** The keys of the editor. Wherever somebody types, keys do what they do in any text. */
export function useEditorKeys(root: RefObject<HTMLElement | null>, keys: EditorKeys): void {
  const { editor, canEdit } = useEditorContext();
  const { openSearch, openAddMenu, hasSingleKeys } = keys;
  useEffect(() => {
    const isOurs = (event: Event) =>
      !event.defaultPrevented && !isTyping(event.target) && isFree(root.current, event.target);
    const writing: Readonly<Record<string, () => void>> = {
      'mod+z': editor.undo,
      'mod+shift+z': editor.redo,
      'mod+y': editor.redo,
      'mod+d': () => duplicateSelected(editor),
    };
    const writingOutsidePanel: Readonly<Record<string, () => void>> = {
      delete: () => removeSelected(editor),
      backspace: () => removeSelected(editor),
      ...(hasSingleKeys && { a: openAddMenu }),
    };
    const reading: Readonly<Record<string, () => void>> = {
      'mod+a': () => editor.select(editor.graph().nodes.map(({ id }) => id)),
      escape: () => editor.select([]),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (name === 'mod+f' && !document.querySelector('[role="dialog"]')) {
        event.preventDefault();
        openSearch();
        return;
      }
      if (!isOurs(event)) return;
      const run =
        (canEdit ? (writing[name] ?? (isInPanel(event.target) ? undefined : writingOutsidePanel[name])) : undefined) ??
        reading[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs(event) || !document.getSelection()?.isCollapsed) return;
      const fragment = copySelected(editor);
      if (!fragment) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', JSON.stringify(fragment));
      if (event.type === 'cut' && canEdit) removeSelected(editor);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(event) || !canEdit) return;
      const fragment = readFragment(event.clipboardData?.getData('text/plain') ?? '');
      if (!fragment) return;
      event.preventDefault();
      paste(editor, fragment);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, editor, canEdit, openSearch, openAddMenu, hasSingleKeys]);
}

function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  if (altKey) return '';
  const isMod = ctrlKey || metaKey;
  return `${isMod ? 'mod+' : ''}${isMod && shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Whether nothing lies over the editor, and the focus is in it or nowhere. */
function isFree(root: HTMLElement | null, target: EventTarget | null): boolean {
  if (!root || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return false;
  return target === document.body || (target instanceof Node && root.contains(target));
}

/** In a form, a key that deletes means something in the form. */
function isInPanel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-panel]') !== null;
}
