import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditorContext } from '../editor-context.ts';
import { nodeSize } from '../graph/node-size.ts';
import { panToShow } from './pan-to-show.ts';

/** The form slides in, and a node that is asked for is centred; only then it is clear what is hidden. */
const settledMs = 300;

/** Keeps the one selected node in sight when the canvas gets narrower, as when its form opens beside it. */
export function useSelectedInSight(): void {
  const { editor } = useEditorContext();
  const { getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const widthBefore = useRef(width);
  useEffect(() => {
    const isNarrower = width < widthBefore.current;
    widthBefore.current = width;
    if (!isNarrower) return;
    const timer = setTimeout(() => {
      const [selected, ...others] = editor.store.getState().selection.nodes;
      const node = editor.graph().nodes.find(({ id }) => id === selected);
      if (!node || others.length > 0) return;
      const view = getViewport();
      const pan = panToShow({ x: node.position.x, width: nodeSize(node).width }, view, width);
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
      if (pan !== 0) void setViewport({ ...view, x: view.x + pan }, { duration });
    }, settledMs);
    return () => clearTimeout(timer);
  }, [width, editor, getViewport, setViewport]);
}
