import { useEffect, useRef, useState } from 'preact/hooks';

/** Nearer than this to the end counts as being there, in CSS pixels. */
const nearPixels = 80;

/**
 * Keeps the end in view while the visitor is there; someone who reads further up is left in peace and told of news,
 * until they write themselves. Returns the ref of the scrolling element, whose first child holds the content.
 */
export function useStickToEnd(entryCount: number, sendingCount: number) {
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const [isAway, setAway] = useState(false);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    let lastTop = 0;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const isNear = scrollHeight - scrollTop - clientHeight < nearPixels;
      // What grows below moves the end away too; only scrolling up is the visitor's own doing.
      isAtEnd.current = isNear || (isAtEnd.current && scrollTop >= lastTop);
      lastTop = scrollTop;
      if (isNear) setAway(false);
    };
    const sizes = new ResizeObserver(() => isAtEnd.current && element.scrollTo(0, element.scrollHeight));
    sizes.observe(content);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  const toEnd = () =>
    scroller.current?.scrollTo({
      top: scroller.current.scrollHeight,
      behavior: prefersStillness() ? 'instant' : 'smooth',
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent is the reason
  useEffect(() => {
    if (sendingCount) {
      isAtEnd.current = true;
      toEnd();
    }
  }, [sendingCount]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry is the news
  useEffect(() => {
    if (!isAtEnd.current) setAway(true);
  }, [entryCount]);

  return { scroller, isAway, toEnd };
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
