import { useState } from 'preact/hooks';
import type { InputProps } from './input-props.ts';

/** The text of a control, kept in the draft as it is typed; begins with the draft, or with `first` where there is none. */
export function useDraft(draft: InputProps['draft'], first = ''): [string, (text: string) => void] {
  const [text, setText] = useState(draft.current || first);
  const type = (typed: string) => {
    draft.current = typed;
    setText(typed);
  };
  return [text, type];
}
