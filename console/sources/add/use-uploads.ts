import { useQueryClient } from '@tanstack/react-query';
import { useReducer, useRef } from 'react';
import { sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { messageOf } from '../../api/problem-message.ts';
import { type UploadingFile, uploadsAfter } from './uploads-after.ts';

export interface Uploads {
  /** Files on their way, and those that were refused; one that arrived is in the list of sources. */
  readonly files: readonly UploadingFile[];
  add(files: readonly File[]): void;
  dismiss(key: number): void;
}

/** Sends files one after the other, so that many large ones do not stand in each other's way. */
export function useUploads(): Uploads {
  const queries = useQueryClient();
  const [files, dispatch] = useReducer(uploadsAfter, []);
  const lastKey = useRef(0);
  const line = useRef<Promise<void>>(Promise.resolve());

  async function send(key: number, file: File) {
    dispatch({ type: 'started', key });
    try {
      await api.call(sourceEndpoints.uploadSource, { query: { name: nameOf(file) }, body: file });
      dispatch({ type: 'gone', key });
      await queries.invalidateQueries({ queryKey: ['sources'] });
    } catch (error) {
      dispatch({ type: 'failed', key, problem: messageOf(error) });
    }
  }

  return {
    files,
    add(added) {
      for (const file of added) {
        lastKey.current += 1;
        const key = lastKey.current;
        dispatch({ type: 'added', key, name: file.name });
        line.current = line.current.then(() => send(key, file));
      }
    },
    dismiss: (key) => dispatch({ type: 'gone', key }),
  };
}

/** As much of a file's name as a source's name may have, its ending included, and no half of a character. */
function nameOf({ name }: File): string {
  return name.length > 200 ? name.slice(-200).replace(/^[\uDC00-\uDFFF]/, '') : name;
}
