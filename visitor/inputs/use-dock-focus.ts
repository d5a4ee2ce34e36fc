import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the visitor's place when one control makes way for the next: focus that was in the dock moves to the
 * new control. At first a mouse or keyboard user may write at once; a touch screen's keyboard stays away.
 * Returns the ref of the dock.
 */
export function useDockFocus(control: string) {
  const dock = useRef<HTMLDivElement>(null);
  const isHere = useRef(matchMedia('(pointer: fine)').matches);
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      isHere.current = dock.current?.contains(target as Node) ?? false;
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the control is what changes
  useLayoutEffect(() => {
    if (!isHere.current || dock.current?.contains(document.activeElement)) return;
    dock.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, [control]);
  return dock;
}
