import { useEffect } from 'preact/hooks';

/** Escape closes the embedded page, unless something on it is closed by it first. */
export function useEscape(onClose: (() => void) | null): void {
  useEffect(() => {
    if (!onClose) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) onClose();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [onClose]);
}
