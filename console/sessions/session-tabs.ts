/** Parts of a session's page; the address says which one is shown, the first where it says none. */
export const sessionTabs = ['transcript', 'path', 'events', 'variables'] as const;
export type SessionTab = (typeof sessionTabs)[number];
