import type { Flow } from '../../core/flow/flow.ts';

/** The compiled flow of a published version; throws when the version does not exist. */
export type LoadFlow = (workspaceId: string, versionId: string) => Promise<Flow>;
