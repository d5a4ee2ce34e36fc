import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useEditorContext, useEditorState } from './editor-context.ts';
import { nodeCatalogue } from './graph/node-catalogue.ts';
import { searchNodes } from './graph/search-nodes.ts';
import { summarizeNode } from './graph/summarize-node.ts';

const shown = 50;

/** Finds nodes by text, type or id. Enter goes to the next one found, Shift+Enter back. */
export function SearchPanel({ onClose }: { onClose: () => void }) {
  const { editor, showPanel } = useEditorContext();
  const graph = useEditorState((state) => state.graph);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => searchNodes(graph, words), [graph, words]);
  const go = (index: number) => {
    const node = found[index];
    if (!node) return;
    setAt(index);
    editor.focusOn(node.id);
    showPanel('node');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const steps = stepsOf(key, shiftKey);
    if (key === 'Escape') onClose();
    else if (steps !== 0 && found.length > 0)
      go((Math.max(at, steps > 0 ? -1 : 0) + steps + found.length) % found.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="absolute top-3 right-3 z-20 flex max-h-[70%] w-80 max-w-[calc(100%-1.5rem)] animate-fade flex-col overflow-hidden rounded-xl bg-raised shadow-float">
      <div className="flex items-center gap-2 px-3">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <input
          // biome-ignore lint/a11y/noAutofocus: whoever opens the search is about to type in it
          autoFocus
          aria-label="Search the flow"
          placeholder="Text, type or id…"
          className="h-10 min-w-0 flex-1 bg-transparent outline-none placeholder:text-faint"
          value={words}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(-1);
          }}
        />
        <span role="status" className="shrink-0 text-faint text-xs tabular-nums">
          {words.trim() && `${found.length} found`}
        </span>
        <Button look="quiet" size="icon" aria-label="Close the search" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      {found.length > 0 && (
        <ul className="min-h-0 overflow-y-auto border-line border-t p-1">
          {found.slice(0, shown).map((node, index) => (
            <li key={node.id}>
              <button
                type="button"
                onClick={() => go(index)}
                className={classes(
                  'w-full rounded-lg px-2.5 py-1.5 text-left hover:bg-hover',
                  index === at && 'bg-hover',
                )}
              >
                <span className="block text-soft text-xs">{nodeCatalogue[node.type].title}</span>
                <span className="block truncate">{summarizeNode(node) || node.id}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function stepsOf(key: string, isBackwards: boolean): -1 | 0 | 1 {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key !== 'Enter') return 0;
  return isBackwards ? -1 : 1;
}
