import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import type { SaveState } from './draft-saver.ts';

/** Where the work is: saved, on its way, kept here, or in the way of somebody else's. */
export function SaveNote({ state, onSettle }: { state: SaveState; onSettle: () => void }) {
  return (
    <div role="status" className="flex items-center gap-1.5 whitespace-nowrap text-soft text-xs [&_svg]:size-3.5">
      {contentOf(state, onSettle)}
    </div>
  );
}

function contentOf(state: SaveState, onSettle: () => void) {
  switch (state.kind) {
    case 'saved':
      return (
        <>
          <Check aria-hidden className="text-good" />
          Saved
        </>
      );
    case 'unsaved':
    case 'saving':
      return (
        <>
          <LoaderCircle aria-hidden className="animate-spin" />
          Saving…
        </>
      );
    case 'offline':
      return (
        <span className="flex items-center gap-1.5 text-warn">
          <CloudOff aria-hidden />
          {state.isKept ? 'Offline, kept in this browser' : 'Offline: do not close this page'}
        </span>
      );
    case 'refused':
      return (
        <span className="flex items-center gap-1.5 text-bad" title={state.detail}>
          <TriangleAlert aria-hidden />
          Not saved: {state.detail}
        </span>
      );
    case 'conflict':
      return (
        <Button size="small" look="dangerQuiet" onClick={onSettle}>
          <TriangleAlert aria-hidden />
          Changed by somebody else
        </Button>
      );
    default:
      return state satisfies never;
  }
}
