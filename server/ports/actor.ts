import type { WorkspaceId } from '../../core/ids.ts';
import type { Author } from './store/common.ts';
import type { Role } from './store/workspace-store.ts';

/** Who is calling the owner API: a member through the console, an API key, or the server itself. */
export interface Actor extends Author {
  readonly workspaceId: WorkspaceId;
  readonly scopes: readonly string[];
  /** Null for keys and the server. */
  readonly role: Role | null;
}
