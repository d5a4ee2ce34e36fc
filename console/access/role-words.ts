import type { Role } from '../../contract/scopes.ts';

/** Roles in words. */
export const roleWords: Readonly<Record<Role, { readonly title: string; readonly may: string }>> = {
  owner: { title: 'Owner', may: 'you may change everything, members and keys included.' },
  editor: { title: 'Editor', may: 'you may build, deploy and judge, but not manage members and keys.' },
  viewer: { title: 'Viewer', may: 'you may look at everything and change nothing.' },
};
