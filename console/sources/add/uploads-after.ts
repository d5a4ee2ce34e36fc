/** A file that is not a source yet. */
export interface UploadingFile {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** How much of it is on its way, from 0 to 1. */
  readonly sent: number;
  /** Why it was refused. */
  readonly problem?: string;
}

export type UploadChange =
  | { readonly type: 'added'; readonly key: number; readonly name: string }
  | { readonly type: 'sent'; readonly key: number; readonly share: number }
  | { readonly type: 'failed'; readonly key: number; readonly problem: string }
  | { readonly type: 'gone'; readonly key: number };

/** The files on their way once something has happened to one of them. */
export function uploadsAfter(files: readonly UploadingFile[], change: UploadChange): readonly UploadingFile[] {
  const { key } = change;
  const withFile = (part: Partial<UploadingFile>) =>
    files.map((file) => (file.key === key ? { ...file, ...part } : file));
  switch (change.type) {
    case 'added':
      return [...files, { key, name: change.name, state: 'waiting', sent: 0 }];
    case 'sent':
      return withFile({ state: 'sending', sent: change.share });
    case 'failed':
      return withFile({ state: 'failed', problem: change.problem });
    case 'gone':
      return files.filter((file) => file.key !== key);
    default:
      return change satisfies never;
  }
}
