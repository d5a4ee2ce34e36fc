import { lazy } from '../lazy.ts';
import { Markdown } from '../markdown/markdown.tsx';
import type { TwinAnswerProps } from '../twin/twin-answer.tsx';

/** A twin's answer. Until its script is here only the eye has its words, so that the ear does not hear them twice. */
export const TwinAnswer = lazy<TwinAnswerProps>(
  async () => (await import('../twin/twin-answer.tsx')).TwinAnswer,
  ({ text }, hasFailed) => (
    <div inert={!hasFailed}>
      <Markdown text={text} />
    </div>
  ),
);
