export interface FileRecord {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  createdAt: string;
}

/** Bytes of uploaded files, in 1 MiB chunks. */
export interface Files {
  /** Stores the stream whole or not at all; throws `FileTooLarge` past `maxBytes`. */
  save(
    workspaceId: string,
    file: { id: string; name: string; mediaType: string; at: Date; maxBytes: number },
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<FileRecord>;
  find(workspaceId: string, id: string): Promise<FileRecord | null>;
  read(workspaceId: string, id: string): AsyncIterable<Uint8Array>;
  remove(workspaceId: string, id: string): Promise<boolean>;
}

export class FileTooLarge extends Error {}
