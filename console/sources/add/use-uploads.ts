import { useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef } from 'react';
import { createClient } from '../../../contract/client.ts';
import { sourceEndpoints } from '../../../contract/sources.ts';
import { messageOf } from '../../api/problem-message.ts';
import { sendingFetch } from './sending-fetch.ts';
import { type UploadingFile, uploadsAfter } from './uploads-after.ts';

export interface Uploads {
  /** Files on their way, and those that were refused; one that arrived is in the list of sources. */
  readonly files: readonly UploadingFile[];
  add(files: readonly File[]): void;
  /** Takes a file off the list; one that is on its way or waits is not uploaded any more. */
  remove(key: number): void;
}

/**
 * Sends files one after the other, so that many large ones do not stand in each other's way. With a person they become
 * that person's own sources.
 */
export function useUploads(personId?: string): Uploads {
  const queries = useQueryClient();
  const [files, dispatch] = useReducer(uploadsAfter, []);
  const lastKey = useRef(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const cancelling = useRef(new Map<number, AbortController>());

  async function send(key: number, file: File, signal: AbortSignal) {
    if (signal.aborted) return;
    const tell = (share: number) => dispatch({ type: 'sent', key, share });
    tell(0);
    try {
      const query = { name: nameOf(file), ...(personId !== undefined && { personId }) };
      await createClient({ fetch: sendingFetch(tell) }).call(sourceEndpoints.uploadSource, {
        query,
        body: file,
        signal,
      });
      dispatch({ type: 'gone', key });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: 'failed', key, problem: messageOf(error) });
    } finally {
      cancelling.current.delete(key);
    }
    // Also of one that was cancelled: all of it may have arrived before that.
    await queries.invalidateQueries({ queryKey: ['sources'] });
  }

  return {
    files,
    add(added) {
      for (const file of added) {
        lastKey.current += 1;
        const key = lastKey.current;
        const controller = new AbortController();
        cancelling.current.set(key, controller);
        dispatch({ type: 'added', key, name: file.name });
        line.current = line.current.then(() => send(key, file, controller.signal));
      }
    },
    remove(key) {
      cancelling.current.get(key)?.abort();
      cancelling.current.delete(key);
      dispatch({ type: 'gone', key });
    },
  };
}

/** As much of a file's name as a source's name may have, its ending included, and no half of a character. */
function nameOf({ name }: File): string {
  return name.length > 200 ? name.slice(-200).replace(/^[\uDC00-\uDFFF]/, '') : name;
}
