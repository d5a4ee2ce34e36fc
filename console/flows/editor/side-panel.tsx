import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import { type EditorPanel, useEditorContext } from './editor-context.ts';
import type { Editor } from './editor-store.ts';
import { NodeInspector } from './inspector/node-inspector.tsx';
import { ProblemList } from './problems/problem-list.tsx';

const TestPanel = lazyPart(() => import('./test-run/test-panel.tsx'), 'TestPanel');

const tabs = [
  { id: 'node', label: 'Node' },
  { id: 'test', label: 'Test' },
  { id: 'problems', label: 'Problems' },
] as const;

const contents: Readonly<Record<Exclude<EditorPanel, 'none'>, ReactNode>> = {
  node: <NodeInspector />,
  test: <TestPanel />,
  problems: <ProblemList />,
};

/** Beside the flow: the selected node, the test, or what is to be mended. On a narrow screen it covers the lower half. */
export function SidePanel({ panel }: { panel: Exclude<EditorPanel, 'none'> }) {
  const { editor, showPanel } = useEditorContext();
  const leave = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (key === 'Escape' && !defaultPrevented) focusSelected(editor);
  };
  return (
    <aside
      aria-label="Details"
      data-panel
      onKeyDown={leave}
      className="z-20 flex min-h-0 flex-col border-line bg-surface max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:h-[65%] max-md:rounded-t-2xl max-md:border max-md:shadow-float md:w-88 md:shrink-0 md:border-l"
    >
      <div className="flex items-center border-line border-b pr-1 pl-2">
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={panel === id}
            onClick={() => showPanel(id)}
            className={classes(
              '-mb-px border-b-2 px-2.5 py-2.5 text-[0.8125rem]',
              panel === id ? 'border-accent font-medium' : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {label}
          </button>
        ))}
        <Button
          look="quiet"
          size="icon"
          aria-label="Close the details"
          className="ml-auto"
          onClick={() => showPanel('none')}
        >
          <X aria-hidden />
        </Button>
      </div>
      <ScrollRegion key={panel} label={labelOf(panel)} className="min-h-0 flex-1 p-4">
        <Suspense fallback={<SkeletonLines />}>{contents[panel]}</Suspense>
      </ScrollRegion>
    </aside>
  );
}

/** Back from the form to where its node is shown. */
function focusSelected(editor: Editor): void {
  const [nodeId = ''] = editor.store.getState().selection.nodes;
  const id = CSS.escape(nodeId);
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"], [data-line="${id}"]`)?.focus();
}

function labelOf(panel: EditorPanel): string {
  return tabs.find(({ id }) => id === panel)?.label ?? '';
}
