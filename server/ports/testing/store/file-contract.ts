import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { FileTooLarge } from '../../store/files-store.ts';
import type { Store } from '../../store/store.ts';
import { ids, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

const mebibyte = 1024 * 1024;

export function describeFiles(current: CurrentStore): void {
  describe('files', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    const about = (maxBytes = 10 * mebibyte) => ({
      id: ids.next('fil'),
      name: 'brief.pdf',
      mediaType: 'application/pdf',
      at: noon,
      maxBytes,
    });
    const readAll = async (workspaceId: string, id: string) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of store.files.read(workspaceId, id)) pieces.push(piece);
      return Buffer.concat(pieces);
    };

    test.each([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte])(
      'of %i bytes come back whole',
      async (size) => {
        const workspaceId = await newWorkspace(store);
        const bytes = pattern(size);
        const file = about();
        const saved = await store.files.save(workspaceId, file, inPieces(bytes, 70_001));
        expect(saved).toEqual({
          id: file.id,
          name: 'brief.pdf',
          mediaType: 'application/pdf',
          sizeBytes: size,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          createdAt: noon.toISOString(),
        });
        expect(await store.files.find(workspaceId, file.id)).toEqual(saved);
        expect((await readAll(workspaceId, file.id)).equals(bytes)).toBe(true);
      },
    );

    test('that are too large or break off leave nothing behind', async () => {
      const workspaceId = await newWorkspace(store);
      const tooLarge = about(mebibyte);
      await expect(
        store.files.save(workspaceId, tooLarge, inPieces(pattern(mebibyte + 1), 50_000)),
      ).rejects.toBeInstanceOf(FileTooLarge);
      const broken = about();
      await expect(store.files.save(workspaceId, broken, breakingOff(2 * mebibyte))).rejects.toThrow('broke off');
      for (const { id } of [tooLarge, broken]) {
        expect(await store.files.find(workspaceId, id)).toBeNull();
        expect(await readAll(workspaceId, id)).toHaveLength(0);
      }
    });

    test('are seen and removed by their workspace only', async () => {
      const workspaceId = await newWorkspace(store);
      const other = await newWorkspace(store);
      const { id } = await store.files.save(workspaceId, about(), inPieces(pattern(10), 10));
      expect(await store.files.find(other, id)).toBeNull();
      expect(await readAll(other, id)).toHaveLength(0);
      expect(await store.files.remove(other, id)).toBe(false);
      expect(await store.files.remove(workspaceId, id)).toBe(true);
      expect(await readAll(workspaceId, id)).toHaveLength(0);
    });
  });
}

function pattern(size: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 255));
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function* breakingOff(size: number): AsyncIterable<Uint8Array> {
  yield pattern(size);
  throw new Error('the upload broke off');
}
