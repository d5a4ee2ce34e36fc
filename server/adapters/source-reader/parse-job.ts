import type { ReadOutcome } from '../../ports/source-reader.ts';
import type { PageOutcome } from './parse-page.ts';
import type { ReadLimits } from './read-limits.ts';

/** What the process that parses is asked to do, and what it answers. */
export type ParseJob = FileJob | PageJob;

export interface FileJob {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
}

export interface PageJob {
  readonly kind: 'page';
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly limits: ReadLimits;
}

export type ParseAnswer<Job extends ParseJob> = Job extends FileJob ? ReadOutcome : PageOutcome;
