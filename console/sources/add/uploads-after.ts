/** A file that is not a source yet. */
export interface UploadingFile {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Why it was refused. */
  readonly problem?: string;
}

export type UploadChange =
  | { readonly type: 'added'; readonly key: number; readonly name: string }
  | { readonly type: 'started'; readonly key: number }
  | { readonly type: 'failed'; readonly key: number; readonly problem: string }
  | { readonly type: 'gone'; readonly key: number };

/** The files on their way once something has happened to one of them. */
export function uploadsAfter(files: readonly UploadingFile[], change: UploadChange): readonly UploadingFile[] {
  switch (change.type) {
    case 'added':
      return [...files, { key: change.key, name: change.name, state: 'waiting' }];
    case 'started':
      return files.map((file) => (file.key === change.key ? { ...file, state: 'sending' } : file));
    case 'failed':
      return files.map((file) =>
        file.key === change.key ? { ...file, state: 'failed', problem: change.problem } : file,
      );
    case 'gone':
      return files.filter(({ key }) => key !== change.key);
    default:
      return change satisfies never;
  }
}
