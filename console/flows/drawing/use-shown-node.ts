import { type RefObject, useCallback, useRef, useState } from 'react';
import type { DrawingFocus } from './flow-drawing.tsx';

export interface ShownNode {
  /** For the element around the drawing. */
  readonly drawing: RefObject<HTMLDivElement | null>;
  readonly focus: DrawingFocus | undefined;
  readonly show: (nodeId: string) => void;
}

/** Shows on the drawing what a list below it names, scrolling back to it where need be, until something new comes: `news`. */
export function useShownNode(news: string | number): ShownNode {
  const drawing = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<{ focus: DrawingFocus; news: string | number }>();
  const show = useCallback(
    (nodeId: string) => {
      setAsked({ focus: { nodeId }, news });
      drawing.current?.scrollIntoView({ block: 'nearest' });
    },
    [news],
  );
  return { drawing, focus: asked?.news === news ? asked.focus : undefined, show };
}
