interface LauncherWords {
  readonly open: string;
  readonly close: string;
  readonly unread: string;
}

const english: LauncherWords = { open: 'Open conversation', close: 'Close conversation', unread: 'new messages' };
const words: ReadonlyMap<string, LauncherWords> = new Map([
  ['de', { open: 'Gespräch öffnen', close: 'Gespräch schließen', unread: 'neue Nachrichten' }],
  ['fr', { open: 'Ouvrir la conversation', close: 'Fermer la conversation', unread: 'nouveaux messages' }],
  ['es', { open: 'Abrir la conversación', close: 'Cerrar la conversación', unread: 'mensajes nuevos' }],
  ['pt', { open: 'Abrir a conversa', close: 'Fechar a conversa', unread: 'novas mensagens' }],
  ['ar', { open: 'افتح المحادثة', close: 'أغلق المحادثة', unread: 'رسائل جديدة' }],
]);

/** What the launcher says, in the customer's page's language or in English. */
export function launcherWords(language: string): LauncherWords {
  return words.get(language.toLowerCase().split('-')[0] ?? '') ?? english;
}
