import { type RefObject, useEffect } from 'react';
import { copySelected, paste, removeSelected } from '../editor-actions.ts';
import { useEditorContext } from '../editor-context.ts';
import { readFragment } from '../graph/clipboard.ts';
import { isForEditor } from './event-place.ts';

/** Copies, cuts and pastes nodes by the browser's own clipboard, to another flow too. */
export function useEditorClipboard(root: RefObject<HTMLElement | null>): void {
  const { editor, canEdit } = useEditorContext();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isForEditor(root.current, event) || !document.getSelection()?.isCollapsed) return;
      const fragment = copySelected(editor);
      if (!fragment) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', JSON.stringify(fragment));
      if (event.type === 'cut' && canEdit) removeSelected(editor);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!canEdit || !isForEditor(root.current, event)) return;
      const fragment = readFragment(event.clipboardData?.getData('text/plain') ?? '');
      if (!fragment) return;
      event.preventDefault();
      paste(editor, fragment);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, editor, canEdit]);
}
