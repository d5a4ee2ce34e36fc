import type { ComponentChildren } from 'preact';
import type { Input } from '../../core/flow/node-data.ts';
import type { Answer } from '../chat/open-chat.ts';

/** What every control for an answer receives. */
export interface InputProps {
  readonly input: Input;
  /** True while the last answer was not accepted; the reason stands in the element `rejection`. */
  readonly isRejected: boolean;
  /** The visitor's last answer, for correcting it. */
  readonly lastText: string;
  /** What is being typed: it outlives the control, which may make way for another at any moment. */
  readonly draft: { current: string };
  /** Stands beside the button that sends free text. */
  readonly beside: ComponentChildren;
  readonly onAnswer: (answer: Answer) => void;
}

/** The attribute that ties a control to the reason why its last answer was not accepted. */
export function describedByRejection(isRejected: boolean) {
  return isRejected ? ({ 'aria-describedby': 'rejection' } as const) : {};
}
