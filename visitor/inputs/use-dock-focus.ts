import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the visitor's place when one control makes way for the next: focus that was in the dock moves to the
 * new control. At first a mouse or keyboard user may write at once; a touch screen's keyboard stays away.
 * Returns the ref of the dock.
 */
export function useDockFocus() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const dock = ref.current;
    if (!dock) return;
    let wasHere = matchMedia('(pointer: fine)').matches;
    const look = ({ target }: FocusEvent) => {
      wasHere = target instanceof Node && dock.contains(target);
    };
    const mend = () => {
      if (!wasHere || dock.contains(document.activeElement)) return;
      dock.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    };
    // Controls come and go when the flow asks, when they are answered, and when their script arrives.
    const changes = new MutationObserver(mend);
    changes.observe(dock, { childList: true, subtree: true });
    document.addEventListener('focusin', look);
    mend();
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', look);
    };
  }, []);
  return ref;
}
