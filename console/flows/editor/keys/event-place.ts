/** Whether a key or a paste belongs to the editor: nobody is typing, nothing lies over it, and the focus is in it or around it. */
export function isForEditor(root: HTMLElement | null, event: Event): boolean {
  const { target } = event;
  if (event.defaultPrevented || !root || isTyping(target) || isCovered()) return false;
  return target instanceof Node && (root.contains(target) || target.contains(root));
}

/** Whether the focus is in the details beside the flow, where a key that deletes means something else. */
export function isInPanel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-panel]') !== null;
}

/** The id of the node whose card on the canvas has the focus. */
export function focusedCard(target: EventTarget | null): string | undefined {
  return target instanceof HTMLElement && target.matches('.react-flow__node') ? target.dataset.id : undefined;
}

/** Whether a dialog or a menu is open. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
